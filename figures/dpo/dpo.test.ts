import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { figureText } from '../test-readers/figure-text.ts'
import Figure from './dpo.vue'

it('draws one box of preference data, the two models of RLHF and the one of DPO', () => {
  const boxes = mount(Figure)
    .findAll('.flow-box')
    .map((box) => [box.classes().at(-1), box.get('.flow-title').text()])
  expect(boxes).toEqual([
    ['data', 'Preference data'],
    ['model', 'Reward model'],
    ['model', 'LM policy'],
    ['model', 'Final LM'],
  ])
})

it('labels both ways out of the data and both arrows of the loop', () => {
  const labels = mount(Figure)
    .findAll('.flow-label')
    .map((label) => label.text())
  expect(labels).toEqual([
    'maximum likelihood',
    'label rewards',
    'sample completions',
    'maximum likelihood',
  ])
})

it('closes the loop between reward model and policy, and none after the data of DPO', () => {
  const ways = mount(Figure)
    .findAll('.flow-arrow .line')
    .map((line) => endsOf(line.attributes('d') ?? ''))
  expect(ways).toHaveLength(4)
  const [toReward, rewards, completions, direct] = ways
  expect(rewards?.from[0]).toBe(completions?.to[0])
  expect(rewards?.to[0]).toBe(completions?.from[0])
  expect(toReward?.from[0]).toBe(direct?.from[0])
  expect(direct?.from[1]).toBe(direct?.to[1])
})

it('tints the preferred answer and no other text of the pair', () => {
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.text b').map((name) => name.text())).toEqual(['x', 'y1', 'y2'])
  expect(wrapper.findAll('.preferred b').map((name) => name.text())).toEqual(['y1'])
})

it('says what each way takes and which reward DPO trains', () => {
  const text = figureText(Figure)
  expect(text).toContain('RLHF reinforcement learning from human feedback')
  expect(text).toContain('two models, sampling in a loop')
  expect(text).toContain('DPO direct preference optimization')
  expect(text).toContain('one loss: no separate reward model, no loop')
  expect(text).toContain('implicit reward: β log [ π(y | x) / π ref (y | x) ]')
})

it('credits the DPO paper and claims the example', () => {
  expect(mount(Figure).get('figcaption').text()).toBe(
    'Own drawing after arXiv:2305.18290, Figure 1 and section 4; the preference pair is our own example',
  )
})

/** First and last point of an SVG path. */
function endsOf(path: string): { from: number[]; to: number[] } {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  return { from: numbers.slice(0, 2), to: numbers.slice(-2) }
}
