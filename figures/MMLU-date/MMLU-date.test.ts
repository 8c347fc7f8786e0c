import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import benchmarks from '../data/benchmarks-key.json'
import data from '../data/mmlu-timeline.json'
import { figureText } from '../test-readers/figure-text.ts'
import { BREAK, FIRST_RIVAL, LAST_MODEL, layOutPhases, listBreaks, PLOT, X_TICKS } from './chart.ts'
import { facts } from './facts.ts'
import { findLabel } from './labels.ts'
import {
  describeChange,
  findGap,
  findModel,
  findRecords,
  listModels,
  listQuarters,
  PROTOCOL,
  stepLine,
} from './MMLU-date.ts'
import Figure from './MMLU-date.vue'

const models = listModels(data.entries)
const entry = {
  model: 'A',
  access: 'open',
  released: '2024-02',
  mmlu_percent: 50,
  protocol: '5-shot',
  score_source: 'a report',
  use_in_chart: true,
}
const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

it('draws one mark for each entry meant for the chart, and no other', () => {
  const used = data.entries.filter((one) => one.use_in_chart)
  const wrapper = mount(Figure)
  expect(models.map(({ model }) => model).toSorted()).toEqual(
    used.map(({ model }) => model).toSorted(),
  )
  for (const access of ['open', 'closed']) {
    const shape = access === 'open' ? 'circle' : 'rect'
    const count = used.filter((one) => one.access === access).length
    expect(wrapper.findAll(`.model.${access} ${shape}`)).toHaveLength(count)
    expect(wrapper.findAll(`.model.${access} .mark`)).toHaveLength(count)
  }
})

it('gives every mark its model, score and the source of the score', () => {
  const used = data.entries.filter((one) => one.use_in_chart)
  const said = mount(Figure)
    .findAll('.model')
    .map((mark) => mark.attributes())
  for (const { model, mmlu_percent: percent, score_source: source } of used) {
    const own = said.filter((one) => one['data-row']?.startsWith(`${model}, `))
    expect({ model, own }).toEqual({
      model,
      own: [
        expect.objectContaining({
          'data-row': expect.stringMatching(/, [A-Z][a-z]+ 202[2-4]$/),
          'data-column': 'MMLU, 5-shot',
          'data-value': percent.toFixed(1),
          'data-unit': '%',
          'data-source': source,
        }),
      ],
    })
  }
})

it('agrees with the slide of key benchmarks on every model that both show', () => {
  const row = benchmarks.rows.find((each) => each.benchmark === 'MMLU' && each.setting === PROTOCOL)
  const shown = benchmarks.models.flatMap(({ name }, at) => {
    // The table calls the models of July 2024 Llama 3.
    const found = models.find(({ model }) => model.replace('Llama 3.1', 'Llama 3') === name)
    return found ? [{ name, own: found.percent, table: row?.scores_percent[at] }] : []
  })
  expect(shown.map(({ name }) => name)).toEqual([
    'Llama 3 405B',
    'GPT-4 (0125)',
    'GPT-4o',
    'Claude 3.5 Sonnet',
  ])
  expect(shown.map(({ own }) => own)).toEqual(shown.map(({ table }) => table))
})

it('names every model of the chart and none of those left out', () => {
  const text = figureText(Figure)
  for (const { model, use_in_chart: isUsed } of data.entries) {
    expect({ model, isNamed: text.includes(model) }).toEqual({ model, isNamed: isUsed })
  }
})

it('finds the records the data file lists for both groups', () => {
  for (const access of ['open', 'closed'] as const) {
    expect(findRecords(models, access).map(({ model }) => model)).toEqual(
      data.derived[`best_so_far_${access}`],
    )
  }
})

it('does not count a tie as a record', () => {
  const tied = listModels([entry, { ...entry, model: 'B', released: '2024-03' }])
  expect(findRecords(tied, 'open').map(({ model }) => model)).toEqual(['A'])
})

it('keeps the best-so-far line flat until the next record, also across its parts', () => {
  const records = listModels([
    entry,
    { ...entry, model: 'B', released: '2024-03-04', mmlu_percent: 60 },
  ])
  const [from, cut, until] = [day('2024-01-01'), day('2024-03-01'), day('2024-04-01')] as const
  expect(stepLine(records, from, cut)).toEqual([
    [day('2024-02-15'), 50],
    [cut, 50],
  ])
  expect(stepLine(records, cut, until)).toEqual([
    [cut, 50],
    [day('2024-03-04'), 50],
    [day('2024-03-04'), 60],
    [until, 60],
  ])
  expect(stepLine(records, day('2023-01-01'), from)).toEqual([])
})

it('shows how far open weights were behind with GPT-4 and at the end', () => {
  const atGpt4 = findGap(models, findModel(models, FIRST_RIVAL).date)
  const atEnd = findGap(models, findModel(models, LAST_MODEL).date)
  expect(atGpt4).toMatchObject({ closed: 86.4, open: 63.4, points: '23.0' })
  expect(atEnd).toMatchObject({ closed: 89.9, open: 87.3, points: '2.6' })
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.gap').map((gap) => gap.text())).toEqual(['23.0 points', '2.6 points'])
  expect(wrapper.findAll('.gap').map((gap) => gap.attributes('data-source'))).toEqual([
    '86.4 − 63.4',
    '89.9 − 87.3',
  ])
  expect(wrapper.get('.figure-finding').text()).toBe(
    'Open weights cut the gap from 23.0 points (March 2023) to 2.6 (July 2024)',
  )
  expect(describeChange(atGpt4, atEnd)).toBe(wrapper.get('.figure-finding').text())
  expect(facts.slice(1).map(({ values }) => values)).toEqual([
    [23, 86.4, 63.4],
    [2.6, 89.9, 87.3],
  ])
})

it('draws the first gap beside GPT-4, within the month that the finding names', () => {
  const phases = layOutPhases(models)
  const gap = phases.flatMap((phase) => phase.gap ?? [])[0]
  const rival = phases.flatMap(({ marks }) => marks).find(({ model }) => model === FIRST_RIVAL)
  expect(gap?.x).toBeGreaterThan(rival?.x ?? Number.NaN)
  // GPT-4 came in the last month of a quarter, so the next tick is the end of its month.
  expect(findModel(models, FIRST_RIVAL).date.getUTCMonth() % 3).toBe(2)
  expect(gap?.x).toBeLessThan(X_TICKS.find(({ at }) => at > (rival?.x ?? 0))?.at ?? Number.NaN)
})

it('prints the score of the four models of the gaps and of the one below the break', () => {
  const scored = mount(Figure)
    .findAll('.model text')
    .map((label) => label.text())
    .filter((text) => /\d\.\d$/.test(text) && !text.endsWith('GPT-3.5'))
  expect(scored).toEqual([
    'GLM-130B 44.8',
    'LLaMA 65B 63.4',
    'GPT-4 86.4',
    'Claude 3.5 Sonnet 89.9',
    'Llama 3.1 405B 87.3',
  ])
})

it('grows in two steps: the year of GPT-4 with its gap, then the rest with the last gap', () => {
  const [start, ...later] = layOutPhases(models)
  expect(start?.marks.map(({ model }) => model)).toEqual(
    models.filter(({ date }) => date < day('2023-03-14')).map(({ model }) => model),
  )
  expect(later.map(({ step, gap }) => [step, gap?.points])).toEqual([
    [1, '23.0'],
    [2, '2.6'],
  ])
  expect(later[1]?.marks.every(({ date }) => date >= day('2024-01-01'))).toBe(true)
  const steps = mount(Figure).findAll('[data-step]')
  expect(steps.map((step) => step.attributes('data-step'))).toEqual(['1', '2'])
  expect(steps.flatMap((step) => step.findAll('.model'))).toHaveLength(
    later.flatMap(({ marks }) => marks).length,
  )
})

it('breaks the axis, and the line that crosses the break', () => {
  const marks = layOutPhases(models).flatMap((phase) => phase.marks)
  const llama = marks.find(({ model }) => model === 'LLaMA 65B')
  expect(listBreaks(models)).toEqual([0, llama?.x])
  const below = marks.filter(({ y }) => y > PLOT.height - BREAK.height)
  expect(below.map(({ model }) => model)).toEqual(
    models.filter(({ percent }) => percent < BREAK.percent).map(({ model }) => model),
  )
})

it('gives no gap before both groups have a model', () => {
  expect(() => findGap(models, new Date('2022-05-01T00:00:00Z'))).toThrow('no open model')
})

it('draws instruct models hollow, and no base model', () => {
  const tuned = data.entries.filter((one) => one.use_in_chart && /instruct/.test(one.protocol))
  expect(tuned.length).toBeGreaterThan(0)
  const hollow = mount(Figure)
    .findAll('.model')
    .filter((mark) => mark.find('.hollow').exists())
    .map((mark) => mark.attributes('data-value'))
  expect(hollow).toEqual(
    models
      .filter(({ model }) => tuned.some((one) => one.model === model))
      .map(({ percent }) => percent.toFixed(1)),
  )
})

it('labels the quarters, with the year in January and at the start', () => {
  const quarters = listQuarters(new Date('2022-03-01T00:00:00Z'), new Date('2023-04-01T00:00:00Z'))
  expect(quarters.map(({ label }) => label)).toEqual(['Apr 2022', 'Jul', 'Oct', '2023', 'Apr'])
  expect(quarters[3]?.date).toEqual(new Date('2023-01-01T00:00:00Z'))
})

it('carries the required label as its credit and says what the lines are', () => {
  expect(mount(Figure).get('.figure-credit').text()).toBe(data.required_label)
  expect(figureText(Figure)).toContain('Lines: the best of the models shown')
})

it('refuses a date, an access or a protocol it cannot use, and a model without a label position', () => {
  expect(() => listModels([{ ...entry, released: '2024-13' }])).toThrow(
    '"A": released is "2024-13"',
  )
  expect(() => listModels([{ ...entry, access: 'half' }])).toThrow('"A": access is "half"')
  expect(() => listModels([{ ...entry, protocol: '5-shot, CoT' }])).toThrow(
    '"A": protocol is "5-shot, CoT"',
  )
  expect(() => findModel([], 'A')).toThrow('"A" is not in the chart')
  expect(() => findLabel('A')).toThrow('no position for the label of "A"')
})
