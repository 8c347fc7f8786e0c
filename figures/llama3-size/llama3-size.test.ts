import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import sizes from '../data/model-sizes.json'
import { sizeRow } from '../facts/model-sizes.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { findGrouping } from './llama3-size.ts'
import Figure from './llama3-size.vue'

const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows every hyperparameter of Table 3 with one cell a model, the RoPE base once', () => {
  const rows = bodyRows.map((row) => [
    row.get('th').text(),
    ...row.findAll('td .value').map((value) =>
      value
        .html()
        .replace(/<\/?span[^>]*>|\s*\n\s*|<!--.*?-->/g, '')
        .replace(/<sup[^>]*>/, '<sup>'),
    ),
  ])
  expect(rows).toEqual([
    ['Layers', '32', '80', '126'],
    ['Model dimension', '4,096', '8,192', '16,384'],
    ['FFN dimension', '14,336', '28,672', '53,248'],
    ['Attention heads', '32', '64', '128'],
    ['Key/value heads', '8', '8', '8'],
    ['Peak learning rate', '3 × 10<sup>−4</sup>', '1.5 × 10<sup>−4</sup>', '8 × 10<sup>−5</sup>'],
    ['Activation function', 'SwiGLU', 'SwiGLU', 'SwiGLU'],
    ['Vocabulary size', '128,000', '128,000', '128,000'],
    ['RoPE base frequency', '500,000', '500,000', '500,000'],
  ])
})

it('tints what all three models share, and says so', () => {
  const shared = sizes.rows.filter(({ values }) => new Set<unknown>(values).size === 1)
  expect(wrapper.findAll('.tinted .label').map((label) => label.text())).toEqual(
    shared.filter(({ key }) => key !== 'positional_embedding').map(({ label }) => label),
  )
  expect(wrapper.findAll('[data-step="1"]')).toHaveLength(4)
  expect(figureText(Figure)).toContain('Tinted: the same in all three.')
})

it('says on top how many attention heads share the key/value heads', () => {
  const [queries, pairs] = ['attention_heads', 'key_value_heads'].map(sizeRow)
  expect(wrapper.get('.figure-finding').text()).toBe(
    `GQA: ${queries?.at(0)} to ${queries?.at(-1)} attention heads share ${pairs?.[0]} key/value heads`,
  )
  const changed = sizes.rows.map((row) =>
    row.key === 'key_value_heads' ? { ...row, values: [8, 8, 16] } : row,
  )
  expect(() => findGrouping({ ...sizes, rows: changed })).toThrow(RangeError)
})

it('lets every value be asked for by hyperparameter and model', () => {
  const asked = wrapper.findAll('td[data-value]')
  expect(asked).toHaveLength(27)
  expect(asked[17]?.attributes()).toMatchObject({
    'data-row': 'Peak learning rate',
    'data-column': 'Llama 3 405B',
    'data-value': '8 × 10^−5',
  })
})

it('credits the table of the paper', () => {
  expect(figureText(Figure)).toContain('Data: arXiv:2407.21783v3, Table 3.')
})
