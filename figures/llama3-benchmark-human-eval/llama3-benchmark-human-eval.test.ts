import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import evaluation from '../data/human-eval.json'
import { figureText } from '../test-readers/figure-text.ts'
import {
  describeSpread,
  describeStandings,
  findFirstMultiturn,
  largestTick,
  listComparisons,
} from './llama3-benchmark-human-eval.ts'
import Figure from './llama3-benchmark-human-eval.vue'

const wrapper = mount(Figure)
const panels = wrapper.findAll('.panel')

/** Leads of each comparison, computed from the data. */
const leads = evaluation.comparisons.map(({ win_percent: wins, loss_percent: losses }) =>
  wins.map((win, at) => win - (losses[at] ?? Number.NaN)),
)
const means = leads.map((list) => list.reduce((sum, lead) => sum + lead, 0) / list.length)

/** Prints a lead as the figure does. */
function print(lead: number): string {
  return `${lead < 0 ? '−' : '+'}${Math.abs(lead).toFixed(1)}`
}

it('labels the 42 bars with the printed shares, win before loss, without marks of doubt', () => {
  const labels = panels.map((panel) => panel.findAll('.bar text').map((text) => text.text()))
  expect(labels.map((panel) => panel.join(' '))).toEqual([
    '24.1 23.6 20.5 26.0 28.0 24.2 19.7 31.1 18.0 15.8 25.0 18.0 30.4 21.0',
    '22.1 24.8 16.8 30.1 22.0 28.0 17.4 34.7 15.4 23.6 16.0 27.4 18.2 38.2',
    '28.0 20.5 18.9 26.4 22.4 28.5 28.0 24.3 26.0 16.0 24.0 27.4 20.8 30.8',
  ])
  expect(figureText(Figure)).not.toContain('reading of')
})

it('makes all bars as long as their share on one scale', () => {
  const lengths = wrapper.findAll('.bar rect').map((rect) => Number(rect.attributes('width')))
  const shares = evaluation.comparisons.flatMap(({ win_percent: wins, loss_percent: losses }) =>
    wins.flatMap((win, at) => [win, losses[at] ?? Number.NaN]),
  )
  const [first = 0] = lengths
  expect(lengths).toHaveLength(42)
  for (const [index, share] of shares.entries()) {
    expect(lengths[index]).toBeCloseTo((share / 24.1) * first, 6)
  }
})

it('gives the lead of each pair with its sign', () => {
  const shown = panels.map((panel) => panel.findAll('.lead').map((text) => text.text()))
  expect(shown).toEqual(leads.map((list) => list.map(print)))
})

it('says against whom, and the mean and the ends of the leads', () => {
  const heads = panels.map((panel) =>
    ['.name', '.verdict'].map((part) => panel.get(part).text().replace(/\s+/g, ' ')),
  )
  const names = ['GPT-4 0125 API version', 'GPT-4o', 'Claude 3.5 Sonnet']
  expect(heads).toEqual(
    leads.map((list, at) => [
      names[at],
      `mean lead ${print(means[at] ?? 0)} (${print(Math.min(...list))} to ${print(Math.max(...list))})`,
    ]),
  )
})

it('finds Llama 3 behind where all leads are negative, mixed where they have both signs', () => {
  const signs = leads.map((list) => [...new Set(list.map(Math.sign))].toSorted((a, b) => a - b))
  expect(signs).toEqual([[-1, 1], [-1], [-1, 1]])
  expect(wrapper.get('.figure-finding').text()).toBe(
    `405B is behind GPT-4o in all ${leads[1]?.length} capabilities, mixed against GPT-4 and Claude 3.5 Sonnet`,
  )
})

it('gives a mean and a lead the color of the side that is ahead', () => {
  const colors = (part: string) =>
    panels.map((panel) => panel.findAll(part).map((text) => text.classes().includes('loss')))
  expect(colors('.mean')).toEqual(means.map((mean) => [mean < 0]))
  expect(colors('.lead')).toEqual(leads.map((list) => list.map((lead) => lead < 0)))
})

it('heads the leads above the first one', () => {
  for (const panel of panels) {
    const [head, first] = [panel.get('.lead-head'), panel.get('.lead')]
    const top = Number(/ ([\d.]+)\)/.exec(panel.get('.pair').attributes('transform') ?? '')?.[1])
    expect(head.attributes('x')).toBe(first.attributes('x'))
    expect(Number(head.attributes('y'))).toBeLessThan(top + Number(first.attributes('y')))
  }
})

it('names the gaps to GPT-4 that the paper does: the three largest of the data', () => {
  const widest = evaluation.capabilities
    .map((capability, at) => ({ capability, lead: leads[0]?.[at] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.lead) - Math.abs(a.lead))
    .slice(0, 3)
  const named = (isNamed: (lead: number) => boolean): string[] =>
    widest.filter(({ lead }) => isNamed(lead)).map(({ capability }) => capability)
  expect(named((lead) => lead > 0).toSorted()).toEqual(['Multiturn Coding', 'Multiturn Reasoning'])
  expect(named((lead) => lead < 0)).toEqual(['Multilingual'])
  expect(figureText(Figure)).toContain(
    'ahead on multiturn reasoning and coding, behind on multilingual',
  )
})

it('lists the capabilities from top to bottom beside their bars', () => {
  const names = wrapper.findAll('.capability')
  expect(names.map((text) => text.text())).toEqual(evaluation.capabilities)
  for (const panel of panels) {
    const tops = panel
      .findAll('.pair')
      .map((pair) => Number(/ ([\d.]+)\)/.exec(pair.attributes('transform') ?? '')?.[1]))
    const distances = names.map((text, at) => Number(text.attributes('y')) - (tops[at] ?? 0))
    expect(new Set(distances).size).toBe(1)
  }
})

it('draws no whiskers and says so', () => {
  expect(wrapper.findAll('.bar > *')).toHaveLength(84)
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Figure 17; its 95% whiskers are left out because their values are not printed',
  )
})

it('defines a win and a lead and names the languages', () => {
  const text = figureText(Figure)
  expect(text).toContain('A win: better or much better on a 7-point scale.')
  expect(text).toContain('Lead: wins minus losses, computed by us.')
  expect(text).toContain('Multilingual: Hindi, Spanish, Portuguese.')
})

it('lets the models come one by one, and every bar and lead answer', () => {
  expect(panels.map((panel) => panel.attributes('data-step'))).toEqual([undefined, '1', '2'])
  expect(wrapper.findAll('[data-value]')).toHaveLength(42 + 21 + 3)
  expect(panels[0]?.get('.bar.loss').attributes()).toMatchObject({
    'data-row': 'English',
    'data-column': 'GPT-4 wins',
    'data-value': '23.6',
    'data-unit': '%',
  })
})

describe('the numbers behind the figure', () => {
  it('finds where the multiturn capabilities begin', () => {
    expect(findFirstMultiturn(['English', 'Coding', 'Multiturn English'])).toBe(2)
  })

  it('ends the axis at the next ten above the largest share', () => {
    expect(largestTick(evaluation)).toBe(40)
  })

  it('takes the mean of the leads, and their ends', () => {
    const [comparison] = listComparisons({
      decimals: 1,
      capabilities: ['English', 'Coding'],
      comparisons: [{ against: 'GPT-4o', win_percent: [20, 30], loss_percent: [24, 20] }],
    })
    expect(comparison?.meanLead).toBeCloseTo(3, 9)
    expect(describeSpread({ pairs: comparison?.pairs ?? [] }, 1)).toBe('−4.0 to +10.0')
  })

  it('says behind or ahead of whom a model is in all capabilities, a lead of 0 not counted', () => {
    const compare = (name: string, ...values: number[]) => ({
      name,
      pairs: values.map((lead) => ({ lead })),
    })
    expect(
      describeStandings('Llama', [
        compare('A', 1, 2),
        compare('B', -1, -2),
        compare('C', -1, 2),
        compare('D', 0, 2),
      ]),
    ).toBe(
      'Llama is behind B in all 2 capabilities, ahead of A in all 2 capabilities, mixed against C and D',
    )
    expect(describeStandings('Llama', [compare('B', -1)])).toBe(
      'Llama is behind B in all 1 capabilities',
    )
  })

  it('rejects a comparison that lacks a capability', () => {
    const comparisons = [{ against: 'GPT-4o', win_percent: [20], loss_percent: [] }]
    expect(() => listComparisons({ decimals: 1, capabilities: ['English'], comparisons })).toThrow(
      'no "English" against GPT-4o',
    )
  })
})
