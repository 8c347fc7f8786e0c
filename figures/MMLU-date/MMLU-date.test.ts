import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/mmlu-timeline.json'
import { figureText } from '../test-readers/figure-text.ts'
import { findLabel } from './labels.ts'
import {
  findGap,
  findRecords,
  listModels,
  listProtocols,
  listQuarters,
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
  use_in_chart: true,
}

it('draws one mark for each entry meant for the chart, and no other', () => {
  const used = data.entries.filter((one) => one.use_in_chart)
  const wrapper = mount(Figure)
  expect(models.map(({ model }) => model).toSorted()).toEqual(
    used.map(({ model }) => model).toSorted(),
  )
  expect(wrapper.findAll('g.open circle')).toHaveLength(
    used.filter(({ access }) => access === 'open').length,
  )
  expect(wrapper.findAll('g.closed rect')).toHaveLength(
    used.filter(({ access }) => access === 'closed').length,
  )
  expect(wrapper.findAll('g.open rect, g.closed circle')).toHaveLength(0)
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

it('keeps the best-so-far line flat until the next record', () => {
  const records = listModels([
    entry,
    { ...entry, model: 'B', released: '2024-03-04', mmlu_percent: 60 },
  ])
  const until = new Date('2024-04-01T00:00:00Z')
  expect(stepLine(records, until)).toEqual([
    [new Date('2024-02-15T00:00:00Z'), 50],
    [new Date('2024-03-04T00:00:00Z'), 50],
    [new Date('2024-03-04T00:00:00Z'), 60],
    [until, 60],
  ])
})

it('shows how far open weights were behind with GPT-4 and at the end', () => {
  const atGpt4 = findGap(models, new Date('2023-03-14T00:00:00Z'))
  const atEnd = findGap(models, new Date('2024-08-01T00:00:00Z'))
  expect(atGpt4).toMatchObject({ closed: 86.4, open: 63.4, points: '23.0' })
  expect(atEnd).toMatchObject({ closed: 88.7, open: 87.3, points: '1.4' })
  expect(figureText(Figure)).toMatch(/23\.0 points.*1\.4 points/)
})

it('gives no gap before both groups have a model', () => {
  expect(() => findGap(models, new Date('2022-05-01T00:00:00Z'))).toThrow('no open model')
})

it('marks exactly the models whose protocol is not plain 5-shot', () => {
  expect(listProtocols(models)).toEqual([
    { mark: 'a', protocol: '5-shot, CoT' },
    { mark: 'b', protocol: '5-shot, instruct' },
    { mark: 'c', protocol: '0-shot, CoT' },
    { mark: 'd', protocol: '5-shot, base' },
  ])
  const wrapper = mount(Figure)
  const marked = models.filter(({ protocol }) => protocol !== '5-shot')
  expect(wrapper.findAll('.hollow')).toHaveLength(marked.length)
  const labels = wrapper.findAll('text').map((label) => label.text().replace(/\s/g, ''))
  for (const { model, mark } of marked) {
    expect(labels).toContain(`${model}${mark}`.replace(/\s/g, ''))
  }
})

it('labels the quarters, with the year in January and at the start', () => {
  const quarters = listQuarters(new Date('2022-03-01T00:00:00Z'), new Date('2023-04-01T00:00:00Z'))
  expect(quarters.map(({ label }) => label)).toEqual(['Apr 2022', 'Jul', 'Oct', '2023', 'Apr'])
  expect(quarters[3]?.date).toEqual(new Date('2023-01-01T00:00:00Z'))
})

it('carries the required label as its credit and says that the lines are computed', () => {
  expect(mount(Figure).get('figcaption').text()).toBe(data.required_label)
  expect(figureText(Figure)).toContain('computed from the best so far')
})

it('refuses a date or an access it cannot read, and a model without a label position', () => {
  expect(() => listModels([{ ...entry, released: '2024-13' }])).toThrow(
    '"A": released is "2024-13"',
  )
  expect(() => listModels([{ ...entry, access: 'half' }])).toThrow('"A": access is "half"')
  expect(() => findLabel('A')).toThrow('no position for the label of "A"')
})
