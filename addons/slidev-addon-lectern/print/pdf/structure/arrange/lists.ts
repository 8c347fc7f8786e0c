import { createElement, hasRole, isElement, listPieces } from '../tag-tree.ts'
import type { TagChild, TagElement } from '../tag-tree.ts'
import { arrangeBlocks, arrangeBody } from './arrange.ts'

/** Text of a marker that the browser draws as a dot, a ring or a square. */
const DRAWN_MARKER = '•'

/** Elements around items, or in place of them. */
const BOXES = ['Div', 'NonStruct']

/** Arranges a list: its items have a label, where they have a marker, and a body. One of footnotes gives way to them. */
export function arrangeList(list: TagElement): TagElement[] {
  if (list.children.every((child) => hasRole(child, 'Note'))) {
    return list.children.filter(isElement).map(arrangeNote)
  }
  const items: TagElement[] = []
  for (const child of list.children.flatMap(unwrapItems)) {
    const item = arrangeChild(child)
    const last = items.at(-1)
    if (hasRole(child, 'L') && last) {
      // A list between items belongs to the one before it.
      items.splice(-1, 1, addToBody(last, item))
    } else {
      items.push(createElement('LI', item, { language: languageOf(child) }))
    }
  }
  const filled = items.filter((item) => item.children.length > 0)
  return filled.length > 0 ? [{ ...list, children: filled }] : []
}

/** Returns the items in a box of items; else the part itself. */
function unwrapItems(child: TagChild): readonly TagChild[] {
  return isElement(child) &&
    hasRole(child, ...BOXES) &&
    child.children.some((part) => hasRole(part, 'LI'))
    ? child.children.flatMap(unwrapItems)
    : [child]
}

/** Returns the language of an item. */
function languageOf(child: TagChild): string | undefined {
  return isElement(child) && hasRole(child, 'LI', ...BOXES) ? child.language : undefined
}

/** Returns label and body of what stands in a list; nothing for an empty item. */
function arrangeChild(child: TagChild): TagChild[] {
  if (!isElement(child) || !hasRole(child, 'LI', ...BOXES)) {
    const body = arrangeBlocks([child])
    return body.length > 0 ? [createElement('LBody', body)] : []
  }
  const { labels, rest } = splitLabel(child)
  const body = arrangeBody(rest)
  return [...labels, ...(body.length > 0 ? [createElement('LBody', body)] : [])]
}

function arrangeNote(note: TagElement): TagElement {
  const { labels, rest } = splitLabel(note)
  return { ...note, children: [...labels, ...arrangeBlocks(rest)] }
}

/** Returns the arranged label of an item, and its other parts. */
function splitLabel({ children }: TagElement): {
  labels: readonly TagElement[]
  rest: readonly TagChild[]
} {
  const label = children.find((part) => hasRole(part, 'Lbl'))
  return {
    labels: label && isElement(label) ? arrangeLabel(label) : [],
    rest: children.filter((part) => part !== label),
  }
}

function arrangeLabel(label: TagElement): TagElement[] {
  const pieces = listPieces(label)
  const content = { kind: 'content', pieces } as const
  const isDrawn = !pieces.some(({ hasText }) => hasText)
  const actualText = isDrawn ? DRAWN_MARKER : undefined
  return pieces.length > 0 ? [createElement('Lbl', [content], { actualText })] : []
}

function addToBody(item: TagElement, parts: readonly TagChild[]): TagElement {
  const added = parts.flatMap((part) =>
    isElement(part) && part.role === 'LBody' ? part.children : [],
  )
  const body = item.children.find((part) => hasRole(part, 'LBody'))
  const own = body && isElement(body) ? body.children : []
  const others = item.children.filter((part) => part !== body)
  return { ...item, children: [...others, createElement('LBody', [...own, ...added])] }
}
