import { join } from 'node:path'

import { expect, it } from 'vitest'

import { writeFrontmatter } from '../../vite/frontmatter.ts'
import { writeFolder } from '../harness/decks.ts'

function write(frontmatter: object, folder = '/nowhere'): string {
  const code = `import { reactive } from "vue"\nexport const frontmatterData = ${JSON.stringify(frontmatter)}\nexport default reactive(frontmatterData)`
  return writeFrontmatter(code, folder)
}

it('imports an image beside the slide’s file, and leaves its base path to the layout', () => {
  const folder = writeFolder({ 'side.png': '' })
  const code = write({ layout: 'image', image: './side.png', class: './side.png' }, folder)
  expect(code).toContain(
    `import lecternImage0 from ${JSON.stringify(`${join(folder, 'side.png')}?no-inline`)}\n`,
  )
  expect(code).toContain(
    '{"layout": "image", "image": lecternImage0.slice(import.meta.env.BASE_URL.length - 1), "class": "./side.png"}',
  )
})

it.each(['/side.png', 'side.png', './none.png', 'https://lab.example/x.png', '#fff', 7, null])(
  'leaves the image %j as it is typed',
  (image) => {
    expect(write({ image })).toContain(`{"image": ${JSON.stringify(image)}}`)
    expect(write({ image })).not.toContain('lecternImage')
  },
)

it('adds facts to those of the slide, such as the note, which is empty in a built site', () => {
  const code = [
    'export const frontmatterData = {"title":"A"}',
    'export const meta = shallowReactive({',
    '  slide: {',
    '    ...({"title":"A","note":"","noteHTML":"<p>$& }),</p>"}),',
    '    frontmatter,',
    '  },',
    '})',
  ].join('\n')
  const note = 'Say "$&".\nThen go on.'
  const meta = readMeta(writeFrontmatter(code, '/nowhere', { note }))
  expect(meta).toEqual({
    slide: { title: 'A', note, noteHTML: '<p>$& }),</p>', frontmatter: { title: 'A' } },
  })
  expect(writeFrontmatter(code, '/nowhere')).not.toContain('Then go on.')
  expect(writeFrontmatter(code, '/nowhere', {})).toBe(writeFrontmatter(code, '/nowhere'))
})

/** Runs the module of a slide's frontmatter; returns what it tells of the slide. */
function readMeta(code: string): unknown {
  const script = code
    .replace('export const frontmatterData', 'const frontmatter')
    .replace('export const meta =', 'return')
  // oxlint-disable-next-line typescript/no-implied-eval -- the code is the test's own
  const run = new Function('shallowReactive', script)
  return run((meta: unknown) => meta)
}

it('leaves out the settings of Lectern, which would become an attribute of the slide', () => {
  expect(write({ title: 'A', lectern: { sections: ['cover'] } })).toContain('= {"title": "A"}\n')
})
