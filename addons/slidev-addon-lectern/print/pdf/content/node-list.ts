import type { ContentGroup, ContentNode, ContentUnit } from './content-stream.ts'
import type { Operator } from './read-operators.ts'

/** The units and groups of a stream while it is read. */
export class NodeList {
  readonly nodes: ContentNode[] = []
  readonly #open: ContentGroup[] = []

  /** Adds a unit to the group that is open, or to the unit before it. */
  add(unit: ContentUnit): void {
    const group = this.#open.at(-1)
    const siblings = group?.children ?? this.nodes
    const last = siblings.at(-1)
    if (last?.kind === 'unit' && isJoined(last, unit, group?.open.name === 'BT')) {
      last.end = unit.end
    } else {
      siblings.push(unit)
    }
  }

  openGroup(open: Operator): ContentGroup {
    const group: ContentGroup = { kind: 'group', open, children: [] }
    const siblings = this.#open.at(-1)?.children ?? this.nodes
    siblings.push(group)
    this.#open.push(group)
    return group
  }

  closeGroup(close: Operator): void {
    const group = this.#open.pop()
    if (group) {
      group.close = close
    }
  }
}

/**
 * Tells whether a unit can be part of the one before it: neither paints, both paint the same piece, or it places the
 * text that follows.
 */
function isJoined(last: ContentUnit, unit: ContentUnit, isInText: boolean): boolean {
  if (unit.start - last.end > 1 || unit.form || last.form) {
    return false
  }
  const isSame = unit.paints && last.paints && unit.piece === last.piece
  return isSame || (!unit.paints && (!last.paints || isInText))
}
