import type { PDFRef } from 'pdf-lib'

import { listUnits } from './content-stream.ts'
import type { ContentStream, ContentUnit } from './content-stream.ts'
import { ARTIFACT, MARKED_FORM, MarkWriter } from './mark-writer.ts'
import type { Owner, Slot } from './mark-writer.ts'
import type { Piece } from './piece.ts'

/**
 * Marks everything that a stream paints: what belongs to an element by a number, which its slot gets, and the rest as
 * an artifact. The browser's own marks are left out.
 *
 * @param slots - Of the pieces that belong to an element.
 * @param isMarked - Whether a form marks its content itself.
 * @returns The bytes, and the slot of each mark.
 */
export function markContent(
  { ref, bytes, nodes }: ContentStream,
  slots: ReadonlyMap<Piece, Slot>,
  isMarked: (form: PDFRef) => boolean,
): { bytes: Uint8Array; slots: Slot[] } {
  const writer = new MarkWriter(bytes, ref, findOwners(listUnits(nodes), slots, isMarked))
  writer.write(nodes)
  return writer.finish()
}

/** Returns a stream without the browser's marks. */
export function unmarkContent({ ref, bytes, nodes }: ContentStream): Uint8Array {
  const writer = new MarkWriter(bytes, ref, new Map())
  writer.write(nodes)
  return writer.finish().bytes
}

function findOwners(
  units: readonly ContentUnit[],
  slots: ReadonlyMap<Piece, Slot>,
  isMarked: (form: PDFRef) => boolean,
): Map<ContentUnit, Owner> {
  const owners = new Map<ContentUnit, Owner>()
  let before: Slot | undefined
  let between: ContentUnit[] = []
  for (const unit of units.filter(({ paints }) => paints)) {
    if (unit.form && isMarked(unit.form)) {
      owners.set(unit, MARKED_FORM)
      continue
    }
    const slot = unit.piece && slots.get(unit.piece)
    owners.set(unit, slot ?? ARTIFACT)
    if (!slot) {
      between.push(unit)
      continue
    }
    if (slot.isPicture && slot === before) {
      between.forEach((each) => owners.set(each, slot))
    }
    between = []
    before = slot
  }
  return owners
}
