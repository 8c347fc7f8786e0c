import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import facts from '../data/training-facts.json'
import { formatKiloTokens } from '../parts/format-number.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import { spreadFiles } from './llama3-long-context.ts'
import Figure from './llama3-long-context.vue'

/** The texts of the boxes, one list a lane from left to right, each from top to bottom. */
function readLanes(): string[][] {
  const lanes = new Map<number, { top: number; text: string }[]>()
  for (const box of mount(Figure).findAll<HTMLElement>('.flow-box')) {
    const left = Number.parseFloat(box.element.style.left)
    const top = Number.parseFloat(box.element.style.top)
    lanes.set(left, [...(lanes.get(left) ?? []), { top, text: box.text().replace(/\s+/g, ' ') }])
  }
  return [...lanes.keys()]
    .toSorted((a, b) => a - b)
    .map((left) =>
      (lanes.get(left) ?? []).toSorted((a, b) => a.top - b.top).map(({ text }) => text),
    )
}

it('leads each of the three lanes in four steps from the source to a training example', () => {
  const lanes = readLanes()
  expect(lanes.map((lane) => lane.length)).toEqual([4, 4, 4])
  expect(lanes.map((lane) => lane[0])).toEqual(['Long document', 'Long document', 'Python repo'])
  expect(lanes[0]?.[2]).toContain('Q&A on random pieces')
  expect(lanes[1]?.[2]).toContain('summary of the summaries')
  expect(lanes[2]?.[3]).toContain('Repo without it')
})

it('names the lanes as the slide does', () => {
  const headings = mount(Figure)
    .findAll('.flow-panel .heading')
    .map((heading) => heading.text())
  expect(headings).toEqual(['Question answering', 'Summarization', 'Code reasoning'])
})

it('takes the size of the pieces from the data', () => {
  const [questions, summaries] = readLanes()
  const piece = formatKiloTokens(facts.long_context.chunk_tokens)
  expect(piece).toBe('8K')
  expect(questions?.[1]).toBe(`Cut into pieces of ${piece} tokens`)
  expect(summaries?.[1]).toBe(`Llama 3 sums up each ${piece} piece`)
})

it('draws as many files around the removed one as the data ask for', () => {
  const least = facts.long_context.code_dependency_min_referencing_files
  const [imports, removal] = mount(Figure).findAll('svg.file-graph')
  expect(least).toBe(5)
  expect(readLanes()[2]?.[2]).toContain(`that ${least}+ others depend on`)
  expect(imports?.findAll('path')).toHaveLength(least)
  expect(imports?.findAll('circle')).toHaveLength(least + 1)
  expect(removal?.findAll('circle.gone')).toHaveLength(1)
  expect(removal?.findAll('path')).toHaveLength(0)
})

it('ends every lane in the bar with the share of the mix and the four lengths', () => {
  const bar = mount(Figure).get('.bar')
  expect(bar.get('.share').text()).toBe(`${facts.long_context.synthetic_share_of_mix_percent}%`)
  expect(bar.get('.mix').text()).toBe('Long-context SFT data: 0.1% of the mix')
  expect(bar.findAll('.length').map((length) => length.text())).toEqual([
    '16K',
    '32K',
    '64K',
    '128K',
  ])
  expect(mount(Figure).findAll('.flow-arrow')).toHaveLength(12)
})

it('spreads the files evenly, half a gap from the edges', () => {
  expect(spreadFiles(4, 80, 7)).toEqual([
    [10, 7],
    [30, 7],
    [50, 7],
    [70, 7],
  ])
})

it('credits the section and says what is schematic', () => {
  expect(figureText(Figure)).toContain(
    'Own drawing after arXiv:2407.21783v3, section 4.3.4; icons schematic',
  )
})

it('names the model in the steps that a model does, in the color of models', () => {
  const steps = mount(Figure)
    .findAll('.flow-box:has(.model-tag)')
    .map((box) => [box.get('.model-tag').text(), box.classes().includes('process')])
  expect(steps).toEqual([
    ['Earlier Llama 3', true],
    ['Llama 3', true],
    ['Llama 3', true],
  ])
})

it('reads lane by lane, then the bar', () => {
  expect(readingOf(Figure)).toEqual([
    'Question answering: Long document. Cut into pieces of 8K tokens. Earlier Llama 3 writes Q&A on random pieces. Full document plus one question and its answer.',
    'Summarization: Long document. Llama 3 sums up each 8K piece. Llama 3 writes a summary of the summaries. Full document plus summary, Q&A on the whole.',
    'Code reasoning: Python repo. Read imports: who uses what. Remove a file that 5+ others depend on. Repo without it plus files using it and its code.',
    'All three end in long-context SFT data: 0.1% of the mix, in lengths of 16K, 32K, 64K and 128K tokens.',
  ])
})

it('brings a lane a click, then the bar with the arrows into it', () => {
  const wrapper = mount(Figure)
  const lanes = wrapper.findAll('.flow-panel').map((panel) => panel.attributes('data-step'))
  expect(lanes).toEqual([undefined, '1', '2'])
  expect(wrapper.get('.bar').attributes('data-step')).toBe('3')
  expect(wrapper.findAll('.flow-arrow[data-step="3"]')).toHaveLength(3)
})
