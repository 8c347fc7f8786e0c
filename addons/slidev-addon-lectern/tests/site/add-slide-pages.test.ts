import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { addSlidePages } from '../../site/add-slide-pages.ts'
import { writeFolder } from '../harness/decks.ts'

const PAGE = `<head>
<title>A talk</title>
<meta property="og:title" content="A talk">
<meta property="og:image" content="/og-image.png">
<meta name="twitter:image" content="/og-image.png">
</head>`

const WITHOUT_IMAGE = `<head>
<title>A talk</title>
<meta property="og:title" content="A talk">
</head>`

it.each([
  ['and does not name an image that was not drawn', false, WITHOUT_IMAGE],
  ['and its image where it was drawn', true, PAGE],
])('keeps Slidev’s pages where slides cannot be captured, %s', async (_, isDrawn, expected) => {
  const site = writeFolder({ 'index.html': PAGE, '404.html': PAGE })
  const image = join(site, 'og-image.png')
  const lines: string[] = []

  await addSlidePages(
    { site, image },
    (line) => lines.push(line),
    () => true,
    async () => {
      if (isDrawn) {
        writeFileSync(image, '')
      }
      throw new Error('Slide 1 was not drawn within 30 s.\nCall log: none')
    },
  )

  expect(lines).toEqual([
    'Slides get no pages of their own, because they could not be captured: ' +
      "Slide 1 was not drawn within 30 s. The site has Slidev's pages.",
  ])
  for (const name of ['index.html', '404.html']) {
    expect(readFileSync(join(site, name), 'utf8')).toBe(expected)
  }
})

it('leaves the pages to the prerendering where that is done', async () => {
  const site = writeFolder({ 'index.html': PAGE, '404.html': PAGE })
  const lines: string[] = []
  await addSlidePages(
    { site, image: join(site, 'og-image.png') },
    (line) => lines.push(line),
    () => true,
    async () => writeFileSync(join(site, '1.html'), 'slide'),
  )
  expect(lines).toEqual([])
  expect(existsSync(join(site, '1.html'))).toBe(true)
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe(PAGE)
})

it('fails where the browser has ended, so that an earlier site stays', async () => {
  const site = writeFolder({ 'index.html': PAGE, '404.html': PAGE })
  const lines: string[] = []
  const adding = addSlidePages(
    { site, image: join(site, 'og-image.png') },
    (line) => lines.push(line),
    () => false,
    async () => {
      throw new Error('Target page, context or browser has been closed')
    },
  )
  await expect(adding).rejects.toThrow('has been closed')
  expect(lines).toEqual([])
})
