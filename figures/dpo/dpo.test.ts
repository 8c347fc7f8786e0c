import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import type { Box } from '../parts/geometry.ts'
import { drawnArrows, listedArrows } from '../test-readers/arrows.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import { BOXES, listArrows } from './dpo.ts'
import type { DpoBox } from './dpo.ts'
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

it('draws every arrow along its points, with its label', () => {
  expect(drawnArrows(Figure)).toEqual(listedArrows(listArrows()))
})

it('closes the loop between reward model and policy, and none after the data of DPO', () => {
  expect(listArrows().map(({ from, to, label }) => [from, to, label])).toEqual([
    ['data', 'reward', 'maximum likelihood'],
    ['policy', 'reward', 'sample completions'],
    ['reward', 'policy', 'label rewards'],
    ['data', 'final', 'maximum likelihood'],
  ])
})

it.each(listArrows())('leads from an edge of $from to one of $to', ({ from, to, points }) => {
  expect(isOnEdge(BOXES[from], points[0])).toBe(true)
  expect(isOnEdge(BOXES[to], points.at(-1))).toBe(true)
})

it('brings no arrow before the boxes that it joins', () => {
  const boxes: Record<keyof typeof BOXES, DpoBox> = BOXES
  for (const { from, to, click } of listArrows()) {
    expect(click).toBeGreaterThanOrEqual(Math.max(boxes[from].click ?? 0, boxes[to].click ?? 0))
  }
})

it('reads the pair, then RLHF with its loop, then DPO', () => {
  expect(readingOf(Figure)).toEqual([
    'Preference data: to the prompt “Explain tides to a child.” the answer “The Moon tugs at the sea, so it rises.” is preferred over “Tides result from differential gravity.”',
    'RLHF, reinforcement learning from human feedback: two models, sampling in a loop.',
    'The preference data train the reward model by maximum likelihood.',
    'The loop is reinforcement learning: sample completions of the LM policy, label rewards with the reward model.',
    'DPO, direct preference optimization: one loss: no separate reward model, no loop.',
    'The preference data train the Final LM directly, by maximum likelihood.',
    'Its reward is implicit: beta times the log of pi of y given x over pi ref of y given x.',
  ])
})

it('tints the preferred answer and no other text of the pair', () => {
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.text .symbol').map((name) => name.text())).toEqual(['x', 'y1', 'y2'])
  expect(wrapper.findAll('.preferred .symbol').map((name) => name.text())).toEqual(['y1'])
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
  expect(mount(Figure).get('.figure-credit').text()).toBe(
    'Own drawing after arXiv:2305.18290, Figure 1 and section 4; the preference pair is our own example',
  )
})

/** Tells whether a point is on the edge of a box, where an arrow may start and end. */
function isOnEdge({ x, y, w, h }: Box, point: readonly [number, number] | undefined): boolean {
  const [across = NaN, down = NaN] = point ?? []
  return (
    (across >= x && across <= x + w && (down === y || down === y + h)) ||
    (down >= y && down <= y + h && (across === x || across === x + w))
  )
}
