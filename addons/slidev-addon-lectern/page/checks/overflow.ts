import type { Observation } from '../observation.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { findBeyondEdges } from './overflow/beyond-edges.ts'
import { findClipped } from './overflow/clipped.ts'
import { listItems } from './overflow/items.ts'
import { findSqueezedImages } from './overflow/squeezed-images.ts'

/**
 * Finds content that is cut off, beyond an edge of the slide or by a box within it, and images squeezed to less than
 * half of their intended size. Ornaments that bleed off an edge and images that a box crops are no findings.
 */
export function inspectOverflow(view: SlideView): Observation[] {
  const items = listItems(view)
  return [...findBeyondEdges(view, items), ...findClipped(view, items), ...findSqueezedImages(view)]
}
