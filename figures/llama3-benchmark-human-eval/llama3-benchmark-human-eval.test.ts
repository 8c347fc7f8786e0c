import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import evaluation from '../data/human-eval.json'
import { figureText } from '../test-readers/figure-text.ts'
import { groupCapabilities, largestTick, listComparisons } from './llama3-benchmark-human-eval.ts'
import Figure from './llama3-benchmark-human-eval.vue'

it('labels the 42 bars with the printed shares, win before loss', () => {
  const labels = mount(Figure)
    .findAll('.panel')
    .map((panel) => panel.findAll('.bar text').map((text) => text.text()))
  expect(labels.map((panel) => panel.join(' '))).toEqual([
    '24.1 23.6 20.5 26.0 28.0a 24.2 19.7 31.1 18.0a 15.8 25.0 18.0 30.4 21.0',
    '22.1 24.8 16.8 30.1 22.0 28.0 17.4 34.7 15.4 23.6 16.0 27.4 18.2 38.2',
    '28.0 20.5 18.9 26.4 22.4 28.5 28.0 24.3 26.0 16.0 24.0 27.4 20.8 30.8',
  ])
})

it('makes all bars as long as their share on one scale', () => {
  const lengths = mount(Figure)
    .findAll('.bar rect')
    .map((rect) => Number(rect.attributes('width')))
  const shares = evaluation.comparisons.flatMap(({ win_percent: wins, loss_percent: losses }) =>
    wins.flatMap((win, at) => [win, losses[at] ?? Number.NaN]),
  )
  const [first = 0] = lengths
  expect(lengths).toHaveLength(42)
  for (const [index, share] of shares.entries()) {
    expect(lengths[index]).toBeCloseTo((share / 24.1) * first, 6)
  }
})

it('sets the larger share of each pair bold', () => {
  for (const [panel, comparison] of evaluation.comparisons.entries()) {
    const bars = mount(Figure).findAll('.panel')[panel]?.findAll('.bar') ?? []
    const wins = evaluation.capabilities.map((_, at) => bars[at * 2]?.classes('leads'))
    const losses = evaluation.capabilities.map((_, at) => bars[at * 2 + 1]?.classes('leads'))
    const ahead = comparison.win_percent.map((win, at) => win > (comparison.loss_percent[at] ?? 0))
    expect(wins).toEqual(ahead)
    expect(losses).toEqual(ahead.map((flag) => !flag))
  }
})

it('says against whom, and in how many capabilities Llama 3 is ahead', () => {
  const wrapper = mount(Figure)
  const heads = wrapper.findAll('.panel').map((panel) => {
    const words = [panel.get('.name').text(), panel.get('.verdict').text()]
    return words.map((text) => text.replace(/\s+/g, ' '))
  })
  expect(heads).toEqual([
    ['GPT-4 0125 API version', 'Llama ahead in 5 of 7'],
    ['GPT-4o', 'Llama ahead in 0 of 7'],
    ['Claude 3.5 Sonnet', 'Llama ahead in 3 of 7'],
  ])
})

it('lists the capabilities from top to bottom beside their bars', () => {
  const wrapper = mount(Figure)
  const names = wrapper.findAll('.capability').map((text) => text.text())
  expect(names.join(' ')).toBe('English Reasoning Coding Multilingual English Reasoning Coding')
  const labels = wrapper.findAll('.capability').map((text) => Number(text.attributes('y')))
  for (const panel of wrapper.findAll('.panel')) {
    const tops = panel
      .findAll('.pair')
      .map((pair) => Number(/ ([\d.]+)\)/.exec(pair.attributes('transform') ?? '')?.[1]))
    expect(tops).toHaveLength(labels.length)
    expect(new Set(labels.map((y, at) => y - (tops[at] ?? Number.NaN)))).toEqual(new Set([16.5]))
  }
})

it('draws no whiskers and says so', () => {
  expect(mount(Figure).findAll('.bar > *')).toHaveLength(84)
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Figure 17; its 95% whiskers are left out because their values are not printed',
  )
})

it('defines a win, names the languages and explains the mark', () => {
  const text = figureText(Figure)
  expect(text).toContain('A win: judged better or much better on a 7-point scale.')
  expect(text).toContain('Multilingual: Hindi, Spanish, Portuguese.')
  expect(text).toContain('a Another reading of the figure has 29.0 and 19.0.')
})

describe('the numbers behind the figure', () => {
  it('separates the multiturn capabilities and drops the word from their labels', () => {
    expect(groupCapabilities(['English', 'Multiturn English', 'Coding'])).toEqual([
      {
        heading: 'Single turn',
        items: [
          { label: 'English', index: 0 },
          { label: 'Coding', index: 2 },
        ],
      },
      { heading: 'Multiturn', items: [{ label: 'English', index: 1 }] },
    ])
  })

  it('ends the axis at the next ten above the largest share', () => {
    expect(largestTick(evaluation)).toBe(40)
  })

  it('counts an even result for neither side', () => {
    const [even] = listComparisons({
      decimals: 1,
      capabilities: ['English'],
      comparisons: [{ against: 'GPT-4o', win_percent: [20], loss_percent: [20] }],
    })
    expect(even).toMatchObject({
      ahead: 0,
      pairs: [{ win: { leads: false }, loss: { leads: false } }],
    })
  })

  it('rejects a comparison that lacks a capability', () => {
    const comparisons = [{ against: 'GPT-4o', win_percent: [20], loss_percent: [] }]
    expect(() => listComparisons({ decimals: 1, capabilities: ['English'], comparisons })).toThrow(
      'no "English" against GPT-4o',
    )
  })
})
