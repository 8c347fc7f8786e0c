import { describe, expect, it } from 'vitest'

import { findReplacements, removeReplaceable } from '../../../checks/spelling/preferences.ts'

/** Returns what is found in a prose, and its replacement. */
function deviationsIn(prose: string, wrong: string, right: string): string[] {
  return findReplacements(prose, [{ wrong, right, line: 1 }]).map(
    ({ seen, wanted, line }) => `${line}: ${seen} -> ${wanted}`,
  )
}

describe('findReplacements', () => {
  it.each([
    ['as listed', 'a modal size', ['0: modal size -> model size']],
    ['capitalized', 'Modal size', ['0: Modal size -> Model size']],
    ['in title case', 'The Modal Size', ['0: Modal Size -> Model Size']],
    ['over two lines', 'one\nthe modal\n  size', ['1: modal size -> model size']],
    ['with emphasis', '**modal** *size*', ['0: modal size -> model size']],
    ['with a span', 'modal [size*', ['0: modal size -> model size']],
    ['in a compound', 'modal size-based', ['0: modal size -> model size']],
    [
      'twice',
      'modal size\nmodal size',
      ['0: modal size -> model size', '1: modal size -> model size'],
    ],
    ['as part of longer words', 'modal sizes, bimodal size', []],
    ['with something between', 'modal \uFFFC size', []],
    ['in two paragraphs', 'modal\n\nsize', []],
    ['in two items', '- modal\n- size', []],
  ])('finds a phrase %s', (_how, prose, found) => {
    expect(deviationsIn(prose, 'modal size', 'model size')).toEqual(found)
  })

  it.each([
    ['llama2', 'Llama 2', 'llama2.1, Llama2', ['0: llama2 -> Llama 2', '0: Llama2 -> Llama 2']],
    ['llama2', 'Llama 2', 'xllama2, llama23, llama2_b', []],
    ['llama 2', 'Llama 2', 'Llama 2, llama 2', ['0: llama 2 -> Llama 2']],
    ['llama2', 'Llama 2', '由llama2產生', ['0: llama2 -> Llama 2']],
    ['Roberta', 'RoBERTa', 'RoBERTa, DistilRoberta, Roberta-based', ['0: Roberta -> RoBERTa']],
    ['v.s.', 'vs.', 'one v.s. two, v-s-', ['0: v.s. -> vs.']],
    ['C++ code', 'code in C++', 'C++ code', ['0: C++ code -> code in C++']],
    ['don’t', 'do not', "We don't", ["0: don't -> do not"]],
  ])('%s -> %s: %s', (wrong, right, prose, found) => {
    expect(deviationsIn(prose, wrong, right)).toEqual(found)
  })
})

it('removes replaced texts and keeps the lines', () => {
  const preferences = [{ wrong: 'modal size', right: 'model size', line: 1 }]
  expect(removeReplaceable('a modal\nsize\nof Modal Size here', preferences).split('\n')).toEqual([
    expect.not.stringContaining('modal'),
    expect.not.stringContaining('size'),
    expect.stringMatching(/^of\W+here$/),
  ])
})
