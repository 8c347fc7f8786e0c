import { expect, it } from 'vitest'

import { breakHead } from './table.ts'

it.each([
  ['Llama 3 405B', 'Llama 3\n405B'],
  ['Claude 3.5 Sonnet', 'Claude 3.5\nSonnet'],
  ['GPT-4 (0125)', 'GPT-4\n(0125)'],
  ['GPT-4o', 'GPT-4o'],
])('puts the last word of %j below', (label, head) => {
  expect(breakHead(label)).toBe(head)
})
