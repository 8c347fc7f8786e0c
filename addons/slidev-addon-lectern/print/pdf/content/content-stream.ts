import type { PDFRef } from 'pdf-lib'

import type { Piece } from './piece.ts'
import type { Operator } from './read-operators.ts'

/** Operators of a content stream that stay together: one that paints, with its path; or those between. */
export interface ContentUnit {
  kind: 'unit'
  /** Offset in bytes. */
  start: number
  /** Offset in bytes. */
  end: number
  paints: boolean
  /** The piece it paints; `undefined` for what the browser did not mark. */
  piece?: Piece
  /** Form that it paints. */
  form?: PDFRef
}

/** Units between operators that belong together, such as `q` and `Q`. */
export interface ContentGroup {
  kind: 'group'
  open: Operator
  /** `undefined` at the end of a stream that lacks it. */
  close?: Operator
  children: ContentNode[]
}

/** A part of a stream. */
export type ContentNode = ContentUnit | ContentGroup

/** Content of a page, or of a form that pages paint. */
export interface ContentStream {
  /** The page, or the form. */
  ref: PDFRef
  /** The page that paints it. */
  page: PDFRef
  isForm: boolean
  bytes: Uint8Array
  nodes: readonly ContentNode[]
  /** Forms that it paints. */
  forms: readonly PDFRef[]
  /** Pieces by the number of the browser's mark, in the order of painting. */
  pieces: ReadonlyMap<number, readonly Piece[]>
}

/** Lists the units of some nodes and of the groups among them. */
export function listUnits(nodes: readonly ContentNode[], units: ContentUnit[] = []): ContentUnit[] {
  for (const node of nodes) {
    if (node.kind === 'unit') {
      units.push(node)
    } else {
      listUnits(node.children, units)
    }
  }
  return units
}
