import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
import { joinWords } from '../parts/sentence.ts'

/** The shape of data/model-sizes.json that the figure reads. */
export interface LayerCounts {
  models: string[]
  rows: { key: string; values: (number | string)[] }[]
}

/**
 * Lists the depth of each model, as in `32 (8B)`.
 *
 * @throws {Error} when data/model-sizes.json has no row of layers.
 */
export function listDepths({ models, rows }: LayerCounts): string[] {
  const layers = rows.find((row) => row.key === 'layers')
  if (!layers) {
    throw new Error('figures/data/model-sizes.json has no row with the key "layers".')
  }
  return models.map((model, index) => `${layers.values[index]} (${model})`)
}

/** Name of the kind of network. */
export const HEADING = 'Dense decoder-only Transformer, no mixture of experts'

/** Label of the way back of the written word. */
export const DECODING = 'autoregressive decoding: the new token joins the input'

/** Says how many layers each model has. */
export function describeDepths(sizes: LayerCounts): string {
  return `${joinWords(listDepths(sizes), 'or')} layers of the same design`
}

/** Clicks that bring the layers, the word written, its way back, and the two stages of training. */
export const CLICKS = { layers: 1, written: 2, decoding: 3, before: 4, after: 5 } as const

/** A box of the network with its name. */
export interface NetworkBox extends Box {
  title: string
}

const ROW = { y: 74, h: 96 }

/** Layers that the text passes, from left to right; only the first and the last of many are drawn. */
export const NETWORK = {
  embeddings: { x: 74, w: 82, ...ROW, title: 'Token embeddings' },
  firstAttention: { x: 174, w: 60, ...ROW, title: 'Self-attention' },
  firstFeedForward: { x: 248, w: 60, ...ROW, title: 'Feed-forward network' },
  lastAttention: { x: 368, w: 60, ...ROW, title: 'Self-attention' },
  lastFeedForward: { x: 442, w: 60, ...ROW, title: 'Feed-forward network' },
} satisfies Record<string, NetworkBox>

/** Example words the model has read, from top to bottom. */
export const READ = ['Llamas', 'eat', 'fresh'].map((title, index) => ({
  x: 0,
  y: ROW.y + index * 34,
  w: 58,
  h: 28,
  title,
}))

/** The word the model writes, and its next position at the end of the input. */
export const WRITTEN = { x: 524, y: 108, w: 58, h: 28, title: 'grass' }
export const APPENDED = { ...WRITTEN, x: 0, y: 184 }

/** An arrow and the click that brings it. */
export interface NetworkArrow {
  points: Point[]
  click?: number
}

/** Lists the arrows of the network from left to right, without the way back. */
export function listNetworkArrows(): NetworkArrow[] {
  const { embeddings, firstAttention, firstFeedForward, lastAttention, lastFeedForward } = NETWORK
  const y = middleOf(embeddings, 'left')[1]
  const click = CLICKS.layers
  return [
    ...READ.map((word): NetworkArrow => {
      const start = middleOf(word, 'right')
      return { points: [start, [embeddings.x, start[1]]] }
    }),
    { points: [middleOf(embeddings, 'right'), middleOf(firstAttention, 'left')], click },
    { points: [middleOf(firstAttention, 'right'), middleOf(firstFeedForward, 'left')], click },
    { points: [middleOf(firstFeedForward, 'right'), [328, y]], click },
    { points: [[348, y], middleOf(lastAttention, 'left')], click },
    { points: [middleOf(lastAttention, 'right'), middleOf(lastFeedForward, 'left')], click },
    {
      points: [middleOf(lastFeedForward, 'right'), middleOf(WRITTEN, 'left')],
      click: CLICKS.written,
    },
  ]
}

/** The way of the written word back to the end of the input. */
export function findReturn(): Point[] {
  const start = middleOf(WRITTEN, 'bottom')
  const end = middleOf(APPENDED, 'right')
  return [start, [start[0], end[1]], end]
}

/** Lists the steps of the network as sentences, in reading order. */
export function listNetworkReading(sizes: LayerCounts): string[] {
  const { embeddings, firstAttention, firstFeedForward } = NETWORK
  const parts = [firstAttention, firstFeedForward].map(({ title }) => title.toLowerCase())
  return [
    `${HEADING}.`,
    `The text tokens ${joinWords(READ.map(({ title }) => title))} become ${embeddings.title.toLowerCase()}.`,
    `They pass ${describeDepths(sizes)}, each with ${joinWords(parts)}.`,
    `The last layer gives the next token: ${WRITTEN.title}.`,
    `${DECODING[0]?.toUpperCase()}${DECODING.slice(1)}.`,
  ]
}
