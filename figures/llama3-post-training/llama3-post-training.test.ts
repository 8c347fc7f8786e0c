import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import facts from '../data/training-facts.json'
import { middleOf } from '../parts/geometry.ts'
import type { Side } from '../parts/geometry.ts'
import { drawnArrows, listedArrows } from '../test-readers/arrows.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import { listArrows, listBoxes } from './llama3-post-training.ts'
import Figure from './llama3-post-training.vue'
import { listSettings } from './reading.ts'

const SIDES: Side[] = ['left', 'right', 'top', 'bottom']
const boxes = listBoxes(facts.posttraining)

it('draws the ten boxes of Figure 7, each of its kind', () => {
  const drawn = mount(Figure)
    .findAll('.flow-box')
    .map((box) => [
      box.get('.flow-title').text(),
      box.classes().find((name) => name !== 'flow-box'),
    ])
  expect(drawn).toEqual([
    ['Collected prompts', 'data'],
    ['Best models', 'model'],
    ['K answers to each prompt', 'data'],
    ['Preference data', 'data'],
    ['Reward model', 'model'],
    ['Rejection sampling', 'process'],
    ['SFT data', 'data'],
    ['Specialized SFT data', 'data'],
    ['SFT model', 'model'],
    ['Final DPO model', 'model'],
  ])
})

it('has the eleven arrows of Figure 7 with their labels, only the last one dashed', () => {
  const arrows = listArrows().map(({ from, to, label = '', dashed = false }) => [
    from,
    to,
    label.replace('\n', ' '),
    dashed,
  ])
  expect(arrows).toEqual([
    ['prompts', 'answers', '', false],
    ['earlierModels', 'answers', 'write the answers', false],
    ['preferences', 'rewardModel', 'reward model training', false],
    ['answers', 'sampling', '', false],
    ['rewardModel', 'sampling', 'scores the answers', false],
    ['sampling', 'sftData', '', false],
    ['sftData', 'sftModel', 'SFT training', false],
    ['capabilityData', 'sftModel', 'SFT training', false],
    ['sftModel', 'dpoModel', 'DPO training', false],
    ['preferences', 'dpoModel', 'DPO training', false],
    ['dpoModel', 'earlierModels', 'next round: the best model joins them', true],
  ])
})

it('draws every arrow along its points, with its label and its dashes', () => {
  expect(drawnArrows(Figure)).toEqual(listedArrows(listArrows()))
})

it.each(listArrows())('leads from the middle of a side of $from to one of $to', (arrow) => {
  const { from, to, points } = arrow
  expect(SIDES.map((side) => middleOf(boxes[from], side))).toContainEqual(points[0])
  expect(SIDES.map((side) => middleOf(boxes[to], side))).toContainEqual(points.at(-1))
})

it.each(listArrows())(
  'runs from $from to $to in horizontal and vertical legs only',
  ({ points }) => {
    for (const [index, point] of points.slice(1).entries()) {
      const before = points[index]
      expect(point[0] === before?.[0] || point[1] === before?.[1]).toBe(true)
    }
  },
)

it('marks what every round brings anew', () => {
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.renewed').map((mark) => mark.text())).toEqual([
    'new each round',
    'new each round',
  ])
  const renewed = Object.entries(boxes).filter(([, box]) => box.renewed)
  expect(renewed.map(([key]) => key)).toEqual(['preferences', 'sftData'])
})

it('takes the number of rounds, the answers to a prompt and the settings from the data', () => {
  const { rounds, rejection_sampling: sampling } = facts.posttraining
  const text = figureText(Figure)
  expect(text).toContain(`One of ${rounds} rounds`)
  expect(text).toContain(
    `typically ${sampling.samples_per_prompt_min} to ${sampling.samples_per_prompt_max}`,
  )
  expect(text).toContain('SFT learning rate 10 −5 , 8.5K to 9K steps')
  expect(text).toContain('DPO learning rate 10 −5 , β = 0.1, NLL weight 0.2')
})

it('follows the data when a number changes', () => {
  const changed = {
    rounds: 2,
    rejection_sampling: { samples_per_prompt_min: 3, samples_per_prompt_max: 4 },
    sft: { learning_rate: 2e-6, steps_min: 1000, steps_max: 1500 },
    dpo: { learning_rate: 3e-7, beta: 0.5, nll_coefficient: 0.7 },
  }
  expect(listBoxes(changed).answers.detail).toBe('typically 3 to 4')
  expect(listSettings(changed)).toEqual([
    { stage: 'SFT', learningRate: '2 × 10^{−6}', rest: '1K to 1.5K steps', click: 5 },
    { stage: 'DPO', learningRate: '3 × 10^{−7}', rest: 'β = 0.5, NLL weight 0.7', click: 6 },
  ])
})

it('explains the kinds of boxes and credits the paper', () => {
  expect(
    mount(Figure)
      .findAll('.kind')
      .map((kind) => [kind.text(), kind.classes().at(-1)]),
  ).toEqual([
    ['data', 'data'],
    ['model', 'model'],
    ['process', 'process'],
  ])
  expect(figureText(Figure)).toContain(
    'Own drawing after arXiv:2407.21783v3, Figure 7 and sections 4.1 and 4.2',
  )
})

it.each(listArrows())('brings the arrow from $from to $to with or after both', (arrow) => {
  const { from, to, click } = arrow
  expect(click).toBe(Math.max(boxes[from].click ?? 1, boxes[to].click ?? 1, arrow.dashed ? 7 : 1))
})

it('reads a round step by step, with the names and details of all boxes', () => {
  const reading = readingOf(Figure)
  expect(reading).toEqual([
    'One of 6 rounds. Collected prompts come first.',
    'Best models of earlier rounds write the answers: K answers to each prompt, typically 10 to 30.',
    'Preference data, new each round: answer pairs ranked by people, also for single capabilities; reward model training on them gives the reward model.',
    'The reward model scores the answers: from the K answers to each prompt, rejection sampling keeps the best.',
    'What rejection sampling keeps is the SFT data, new each round.',
    'SFT training on the SFT data and SFT training on Specialized SFT data, one set per capability, give the SFT model. SFT settings: learning rate 10 to the power −5, 8.5K to 9K steps.',
    'DPO training of the SFT model on preference data gives the Final DPO model. DPO settings: learning rate 10 to the power −5, β = 0.1, NLL weight 0.2.',
    'Then the next round: the best model joins them.',
  ])
  const text = reading.join(' ').toLowerCase()
  for (const { title, detail = '' } of Object.values(boxes)) {
    expect(text).toContain(title.toLowerCase())
    expect(text).toContain(detail)
  }
})
