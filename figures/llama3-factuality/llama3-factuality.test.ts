import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { glyphText } from '../test-readers/glyph-text.ts'
import Figure from './llama3-factuality.vue'

it('numbers the six steps of the knowledge probe in order; all but the first are Llama 3’s', () => {
  const steps = mount(Figure)
    .findAll('.flow-box')
    .filter((box) => box.find('.flow-step').exists())
    .map((box) => [
      box.get('.flow-step').text(),
      box.get('.flow-title').text(),
      box.classes().includes('model'),
    ])
  expect(steps).toEqual([
    ['1', 'Snippet', false],
    ['2', 'Question', true],
    ['3', 'Answers', true],
    ['4', 'Correct?', true],
    ['5', 'Informative?', true],
    ['6', 'Refusal', true],
  ])
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
      label: lane.get('h2').text(),
      verdicts: lane.findAll('.verdict').map((list) => list.findAll('li').map(glyphText)),
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
  expect(example?.get('p').text().replace('\n', ' ')).toContain(name)
  const answers = example?.findAll('.answers li').map((answer) => answer.text()) ?? []
  expect(answers).toHaveLength(3)
  expect(answers.filter((answer) => answer === name)).toHaveLength(matching)
})

it('sets the human-labeled data apart from the probe', () => {
  expect(mount(Figure).get('.besides').text()).toBe(
    'Besides: a limited set labeled by people, on sensitive topics where contradictory or wrong statements are common',
  )
})

it('credits the section and says which people are invented', () => {
  expect(mount(Figure).get('figcaption').text()).toBe(
    'Own drawing after arXiv:2407.21783v3, section 4.3.6; both examples are ours, Port Alder and its people are invented',
  )
})
