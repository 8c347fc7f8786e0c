import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import sizes from '../data/model-sizes.json'
import facts from '../data/training-facts.json'
import { middleOf } from '../parts/geometry.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import {
  APPENDED,
  NETWORK,
  READ,
  WRITTEN,
  describeDepths,
  findReturn,
  listDepths,
  listNetworkArrows,
} from './llama3-training.ts'
import Figure from './llama3-training.vue'
import { listStageArrows, listStages, STAGES } from './stages.ts'

it('shows the network from the words read to the word written, then the two stages', () => {
  const titles = mount(Figure)
    .findAll('.flow-box')
    .map((box) => box.find('.flow-title, .title').text())
  expect(titles).toEqual([
    'Llamas',
    'eat',
    'fresh',
    'Token embeddings',
    'Self-attention',
    'Feed-forward network',
    'Self-attention',
    'Feed-forward network',
    'grass',
    'grass',
    'Pre-training',
    'Post-training',
    'Pre-trained model',
    'Llama 3',
  ])
})

it('runs through the network from left to right without a gap but the one for the layers between', () => {
  const arrows = listNetworkArrows()
    .slice(READ.length)
    .map(({ points }) => points)
  const { embeddings, firstAttention, firstFeedForward, lastAttention, lastFeedForward } = NETWORK
  const stops = [
    ...[embeddings, firstAttention, firstFeedForward].map((box) => middleOf(box, 'right')),
    ...[lastAttention, lastFeedForward].map((box) => middleOf(box, 'right')),
  ]
  expect(arrows).toHaveLength(6)
  expect(arrows.map(([start]) => start)).toEqual(expect.arrayContaining(stops))
  expect(arrows.at(-1)?.at(-1)).toEqual(middleOf(WRITTEN, 'left'))
  for (const [start, end] of arrows) {
    expect(end?.[1]).toBe(start?.[1])
    expect(end?.[0]).toBeGreaterThan(start?.[0] ?? Infinity)
  }
})

it('leads every word that is read into the embeddings', () => {
  const arrows = listNetworkArrows()
    .slice(0, READ.length)
    .map(({ points }) => points)
  expect(arrows.map(([start]) => start)).toEqual(READ.map((word) => middleOf(word, 'right')))
  expect(arrows.map((points) => points.at(-1)?.[0])).toEqual(READ.map(() => NETWORK.embeddings.x))
})

it('carries the written word back to the end of the input and names that', () => {
  const way = findReturn()
  expect(way[0]).toEqual(middleOf(WRITTEN, 'bottom'))
  expect(way.at(-1)).toEqual(middleOf(APPENDED, 'right'))
  expect(APPENDED.title).toBe(WRITTEN.title)
  expect(APPENDED.y).toBeGreaterThan(Math.max(...READ.map((word) => word.y + word.h)))
  expect(mount(Figure).get('.return').text()).toMatch(/^autoregressive decoding/)
})

it('gives the depth of each model as Table 3 does', () => {
  expect(listDepths(sizes)).toEqual(['32 (8B)', '80 (70B)', '126 (405B)'])
  const depths = '32 (8B), 80 (70B) or 126 (405B) layers of the same design'
  expect(describeDepths(sizes)).toBe(depths)
  expect(mount(Figure).get('.depth').text()).toBe(depths)
})

it('names the missing row when the sizes have no layers', () => {
  expect(() => listDepths({ models: ['8B'], rows: [] })).toThrow('no row with the key "layers"')
})

it('takes tokens, contexts and rounds of the two stages from the data', () => {
  const stages = mount(Figure)
    .findAll('.stage')
    .map((stage) => [stage.get('.amount'), ...stage.findAll('.part')].map((part) => part.text()))
  expect(stages).toEqual([
    ['15.6T tokens', '8K context', '128K'],
    ['6 rounds', 'rejection sampling', 'SFT', 'DPO'],
  ])
  expect(facts.posttraining.rounds).toBe(6)
})

it('names the missing key when no stage says how long the context gets', () => {
  const pretraining = { tokens: 1e12, context_tokens: 4000, stages: [] }
  expect(() => listStages({ pretraining, posttraining: { rounds: 1 } })).toThrow(
    'no stage with "context_to_tokens"',
  )
})

it('says which model it is, what is added, and where the facts are from', () => {
  const text = figureText(Figure)
  expect(text).toContain('Dense decoder-only Transformer, no mixture of experts')
  expect(mount(Figure).get('.panel .heading').text()).toBe('Trained in two stages our addition')
  expect(text).toContain(
    'Own drawing after arXiv:2407.21783v3, Figure 1; layers: Table 3; lower part added by us after sections 3 and 4',
  )
})

it('leads from each stage to the model it gives, and on to the next', () => {
  const { before, base, after, result } = STAGES
  const row = [before, base, after, result]
  expect(listStageArrows().map(({ points }) => points)).toEqual(
    row.slice(1).map((box, index) => [middleOf(row[index] ?? box, 'right'), middleOf(box, 'left')]),
  )
})

it('reads the network from the words read to the word written, then the two stages', () => {
  expect(readingOf(Figure)).toEqual([
    'Dense decoder-only Transformer, no mixture of experts.',
    'The text tokens Llamas, eat and fresh become token embeddings.',
    'They pass 32 (8B), 80 (70B) or 126 (405B) layers of the same design, each with self-attention and feed-forward network.',
    'The last layer gives the next token: grass.',
    'Autoregressive decoding: the new token joins the input.',
    'Our addition: it is trained in two stages.',
    'Pre-training: 15.6T tokens, predict the next token, 8K context and then 128K. It gives the pre-trained model.',
    'Post-training: 6 rounds, learn from human feedback, rejection sampling, SFT and then DPO. It gives Llama 3.',
  ])
})
