import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { figureText } from '../test-readers/figure-text.ts'
import { glyphText } from '../test-readers/glyph-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import Figure from './llama3-factuality.vue'

it('numbers the six steps of the knowledge probe in order; all but the first are under Llama 3', () => {
  const wrapper = mount(Figure)
  const bar = wrapper.get<HTMLElement>('.model-bar').element.style
  const left = Number.parseFloat(bar.left)
  const right = left + Number.parseFloat(bar.width)
  const steps = wrapper
    .findAll<HTMLElement>('.flow-box')
    .filter((box) => box.find('.flow-step').exists())
    .map((box) => [
      box.get('.flow-step').text(),
      box.get('.flow-title').text(),
      Number.parseFloat(box.element.style.left) >= left &&
        Number.parseFloat(box.element.style.left) + Number.parseFloat(box.element.style.width) <=
          right,
    ])
  expect(steps).toEqual([
    ['1', 'Snippet', false],
    ['2', 'Question', true],
    ['3', 'Answers', true],
    ['4', 'Correct?', true],
    ['5', 'Informative?', true],
    ['6', 'Refusal', true],
  ])
  expect(wrapper.get('.model-bar').text()).toBe('Llama 3 does this itself')
  expect(wrapper.get('.model-bar').classes()).toContain('model')
})

it('joins neighboring steps and runs the snippet to the judge as reference', () => {
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.flow-label').map((label) => label.text())).toEqual([
    'the snippet is the reference',
  ])
  // The reference, five between six steps, one to each example's outcome.
  expect(wrapper.findAll('.flow-arrow')).toHaveLength(1 + 5 + 2)
})

it('lets the known question pass and refuses the one that is answered wrong each time', () => {
  const lanes = mount(Figure)
    .findAll('.lane')
    .map((lane) => ({
      label: lane.get('.label').text(),
      verdicts: lane.findAll('.verdict').map((list) => list.findAll('.item').map(glyphText)),
      outcome: lane.get('.outcome').text().replace('\n', ' '),
      refused: lane.find('.flow-arrow.bad').exists(),
    }))
  expect(lanes).toEqual([
    {
      label: 'Llama 3 knows it',
      verdicts: [Array(3).fill('check right'), Array(3).fill('check yes')],
      outcome: 'No refusal: keeps answering',
      refused: false,
    },
    {
      label: 'Llama 3 does not',
      verdicts: [Array(3).fill('cross wrong'), Array(3).fill('check yes')],
      outcome: '“I do not know who built it.”',
      refused: true,
    },
  ])
})

it.each([
  { lane: 0, name: 'Jane Austen', matching: 3 },
  { lane: 1, name: 'Ida Brandt', matching: 0 },
])('judges the answers of lane $lane as the snippet does', ({ lane, name, matching }) => {
  const example = mount(Figure).findAll('.lane')[lane]
  expect(example?.get('.cell:not(.label)').text().replace('\n', ' ')).toContain(name)
  const answers = example?.findAll('.answers .item').map((answer) => answer.text()) ?? []
  expect(answers).toHaveLength(3)
  expect(answers.filter((answer) => answer === name)).toHaveLength(matching)
})

it('leaves to the slide what its bullet says about data labeled by people', () => {
  expect(figureText(Figure)).not.toMatch(/besides|labeled/i)
})

it('brings a step a click, with its column of both examples', () => {
  const wrapper = mount(Figure)
  const heads = wrapper
    .findAll('.flow-box:has(.flow-step)')
    .map((box) => box.attributes('data-step'))
  expect(heads).toEqual([undefined, '1', '2', '3', '4', '5'])
  for (const lane of wrapper.findAll('.lane')) {
    const cells = lane.findAll('.cell').map((cell) => cell.attributes('data-step'))
    expect(cells).toEqual([undefined, ...heads])
  }
})

it('reads the steps, then both examples', () => {
  expect(readingOf(Figure)).toEqual([
    '1. Snippet: from the pre-training data.',
    '2. Question: about a fact in the snippet.',
    '3. Answers: sampled several times.',
    '4. Correct? each answer scored; the snippet is the reference.',
    '5. Informative? each answer scored.',
    '6. Refusal: if informative but always wrong.',
    'All but the first: Llama 3 does this itself.',
    'Example, Llama 3 knows it: from the snippet “… Emma, the novel by Jane Austen …” comes the question “Who wrote Emma?” All 3 answers are informative and right: Jane Austen. The outcome: No refusal: keeps answering.',
    'Example, Llama 3 does not: from the snippet “… the pier of Port Alder, built by Ida Brandt …” comes the question “Who built the pier of Port Alder?” All 3 answers are informative and wrong: Karl Voss, Anna Lund, Tom Reed. The outcome: “I do not know who built it.”',
  ])
})

it('credits the section and says which people are invented', () => {
  expect(mount(Figure).get('.figure-credit').text()).toBe(
    'Own drawing after arXiv:2407.21783v3, section 4.3.6; both examples are ours, Port Alder and its people are invented',
  )
})
