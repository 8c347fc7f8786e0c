import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import sizes from '../data/model-sizes.json'
import { figureText } from '../test-readers/figure-text.ts'
import { listGrowing, listShared } from './llama3-size.ts'
import Figure from './llama3-size.vue'

it('shows every growing hyperparameter of Table 3 with one cell a model', () => {
  const rows = mount(Figure)
    .findAll('tbody tr')
    .map((row) => [
      row.get('th').text(),
      ...row.findAll('td').map((cell) =>
        cell
          .html()
          .replace(/<\/?td[^>]*>|\s*\n\s*|<!--.*?-->/g, '')
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
  ])
})

it('names what all three models share once, and the RoPE base only within the embeddings', () => {
  expect(listShared(sizes)).toEqual(['SwiGLU', 'vocabulary 128,000', 'RoPE, θ = 500,000'])
  expect(listGrowing(sizes)).toHaveLength(6)
})

it('credits the table of the paper', () => {
  expect(figureText(Figure)).toContain('Data: arXiv:2407.21783v3, Table 3')
})
