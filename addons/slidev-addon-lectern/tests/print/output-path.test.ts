import { expect, it } from 'vitest'

import { defaultOutput } from '../../print/output-path.ts'

it.each([
  ['talk', 'out/talk.pdf'],
  ['talk.pdf', 'out/talk.pdf'],
  ['v1.2', 'out/v1.2.pdf'],
  ['spring/talk', 'out/spring/talk.pdf'],
  [2026, 'out/2026.pdf'],
  ['', 'out/deck.pdf'],
  [undefined, 'out/deck.pdf'],
  [['talk'], 'out/deck.pdf'],
])('for the exportFilename %j is %s', (exportFilename, path) => {
  const deck = { headmatter: { exportFilename }, entry: '/talks/deck.md' }
  expect(defaultOutput(deck, '.pdf')).toBe(path)
})
