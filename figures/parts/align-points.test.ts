import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { alignPoints } from './align-points.ts'
import DataTable from './DataTable.vue'

/** Shows unseen figures as dots. */
function align(texts: readonly string[]): string[] {
  const paddings = alignPoints(texts)
  return texts.map((text, at) => {
    const { before = '', after = '' } = paddings[at] ?? {}
    return before.replaceAll(/./g, '·') + text + after.replaceAll(/./g, '·')
  })
}

it.each([
  { texts: ['100.0', '91.7', '–'], aligned: ['100.0', '·91.7', '–'] },
  { texts: ['93.5', '162', '9.25'], aligned: ['·93.5·', '162···', '··9.25'] },
  { texts: ['38,135.6', '740.5', '1,000.4'], aligned: ['38,135.6', '···740.5', '·1,000.4'] },
  { texts: ['8 × 10^{−5}', '32'], aligned: ['8 × 10^{−5}', '32'] },
])('lines up the points of $texts', ({ texts, aligned }) => {
  expect(align(texts)).toEqual(aligned)
})

it('repeats the characters of the longest number, whose comma is narrower than a figure', () => {
  expect(alignPoints(['38,135.6', '740.5'])[1]).toEqual({ before: '38,', after: '' })
})

it('leaves a column of different kinds alone', () => {
  const rows = ['100', '8'].map((text) => ({ label: text, cells: [{ text }] }))
  const read = (mixed: boolean): (string | undefined)[] =>
    mount(DataTable, { props: { columns: [{ label: 'A' }], rows, mixed } })
      .findAll('.value')
      .map((value) => value.attributes('data-before'))
  expect(read(false)).toEqual(['', '10'])
  expect(read(true)).toEqual(['', ''])
})
