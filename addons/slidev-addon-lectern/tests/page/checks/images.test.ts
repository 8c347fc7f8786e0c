// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { UNFADE_SUBTITLES } from '../../../page/checks/accessibility/contrast.ts'
import { inspectImages } from '../../../page/checks/images.ts'

it('mends a faded image with the rule that mends a pale text in its place', async () => {
  document.body.innerHTML =
    '<h1>A</h1><p style="opacity: 0.5"><img src="/a.png" alt="four bars"></p>'
  const root = document.body
  const edge = { left: 0, top: 0, right: 980, bottom: 552 }
  const element = root.querySelector('img') ?? root
  const graphic = { element, name: 'a.png', source: '/a.png', nth: 0, drawn: edge }
  const found = await inspectImages({
    root,
    number: 1,
    edge,
    scale: 1,
    lines: [],
    graphics: [graphic],
  })
  expect(found.map(({ seen, fix }) => [seen, fix])).toContainEqual([
    'a.png is faded by the paragraph around it, because the theme fades the paragraph after a title',
    UNFADE_SUBTITLES,
  ])
})
