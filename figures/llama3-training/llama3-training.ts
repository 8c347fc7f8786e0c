import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'

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

/** Arrows of the network from left to right, without the way back. */
export function listNetworkArrows(): Point[][] {
  const { embeddings, firstAttention, firstFeedForward, lastAttention, lastFeedForward } = NETWORK
  const y = middleOf(embeddings, 'left')[1]
  return [
    ...READ.map((word): Point[] => {
      const start = middleOf(word, 'right')
      return [start, [embeddings.x, start[1]]]
    }),
    [middleOf(embeddings, 'right'), middleOf(firstAttention, 'left')],
    [middleOf(firstAttention, 'right'), middleOf(firstFeedForward, 'left')],
    [middleOf(firstFeedForward, 'right'), [328, y]],
    [[348, y], middleOf(lastAttention, 'left')],
    [middleOf(lastAttention, 'right'), middleOf(lastFeedForward, 'left')],
    [middleOf(lastFeedForward, 'right'), middleOf(WRITTEN, 'left')],
  ]
}

/** The way of the written word back to the end of the input. */
export function findReturn(): Point[] {
  const start = middleOf(WRITTEN, 'bottom')
  const end = middleOf(APPENDED, 'right')
  return [start, [start[0], end[1]], end]
}
