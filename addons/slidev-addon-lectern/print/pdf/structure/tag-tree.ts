import type { PDFObject, PDFRef } from 'pdf-lib'

import type { Piece } from '../content/piece.ts'

/** An element of the tag tree. */
export interface TagElement {
  kind: 'element'
  /** Structure type, such as `H1`, without its slash. */
  role: string
  alt?: string
  /** Text that is read in place of the element's own. */
  actualText?: string
  /** BCP 47; `undefined` where it is that of the parent. */
  language?: string
  id?: string
  title?: string
  /** Attribute objects, such as the scope of a header cell. */
  attributes: readonly PDFObject[]
  children: readonly TagChild[]
}

/** Pieces that are painted for an element, in the order of reading. */
export interface TagContent {
  kind: 'content'
  pieces: readonly Piece[]
}

/** An annotation of a page. */
export interface TagReference {
  kind: 'reference'
  annotation: PDFRef
}

/** A part of an element. */
export type TagChild = TagElement | TagContent | TagReference

/** Returns an element. */
export function createElement(
  role: string,
  children: readonly TagChild[],
  more: Partial<Omit<TagElement, 'kind' | 'role' | 'children'>> = {},
): TagElement {
  return { kind: 'element', role, children, attributes: [], ...more }
}

/** Returns content of some pieces. */
export function createContent(pieces: readonly Piece[]): TagContent {
  return { kind: 'content', pieces }
}

/** Tells whether a part is an element. */
export function isElement(child: TagChild): child is TagElement {
  return child.kind === 'element'
}

/** Tells whether a part is an element of one of some roles. */
export function hasRole(child: TagChild, ...roles: readonly string[]): boolean {
  return isElement(child) && roles.includes(child.role)
}

/** Lists what is painted for a part of the tree, in the order of reading. */
export function listPieces(child: TagChild): readonly Piece[] {
  if (child.kind === 'element') {
    return child.children.flatMap(listPieces)
  }
  return child.kind === 'content' ? child.pieces : []
}

/** Lists the annotations of a part of the tree. */
export function listReferences(child: TagChild): readonly TagReference[] {
  if (child.kind === 'element') {
    return child.children.flatMap(listReferences)
  }
  return child.kind === 'reference' ? [child] : []
}

/** Returns the text of a part of the tree as a screen reader says it: alternative texts stand in place of content. */
export function readText(child: TagChild): string {
  if (child.kind === 'element') {
    const own = child.actualText ?? child.alt
    return own ?? child.children.map(readText).join('')
  }
  return child.kind === 'content' ? child.pieces.map(({ text }) => text).join('') : ''
}
