import { PDFRef } from 'pdf-lib'

import { Piece } from '../../../../print/pdf/content/piece.ts'
import { createContent, createElement } from '../../../../print/pdf/structure/tag-tree.ts'
import type {
  TagChild,
  TagContent,
  TagElement,
  TagReference,
} from '../../../../print/pdf/structure/tag-tree.ts'

type More = Parameters<typeof createElement>[2]

/** A part of an element that a test writes: a string is text in a box of its own, as Chromium writes it. */
export type Part = string | TagChild

/** Returns an element. */
export function tag(role: string, parts: readonly Part[], more: More = {}): TagElement {
  return createElement(role, parts.map(toChild), more)
}

function toChild(part: Part): TagChild {
  return typeof part === 'string' ? createElement('NonStruct', [text(part)]) : part
}

/** Returns content that is text. */
export function text(words: string): TagContent {
  const piece = new Piece(PDFRef.of(1), false)
  piece.show({ text: words })
  return createContent([piece])
}

/** Returns content without text: a background or a border. */
export function shapes(): TagContent {
  const piece = new Piece(PDFRef.of(1), false)
  piece.hasShapes = true
  return createContent([piece])
}

/** Returns content that is an image. */
export function image(): TagContent {
  const piece = new Piece(PDFRef.of(1), false)
  piece.hasImage = true
  return createContent([piece])
}

/** Returns a reference to an annotation. */
export function annotation(number: number): TagReference {
  return { kind: 'reference', annotation: PDFRef.of(number) }
}

/** Writes parts of a tree with a line for each, indented by their depth; content side by side in one line. */
export function listTags(children: readonly TagChild[], depth = 0): string[] {
  const indent = '  '.repeat(depth)
  return children.flatMap((child) => {
    if (child.kind === 'reference') {
      return [`${indent}-> ${child.annotation.objectNumber}`]
    }
    if (child.kind === 'content') {
      return [indent + child.pieces.map(describePiece).join(' ')]
    }
    const { role, alt, actualText, language, id, title } = child
    const facts = Object.entries({ alt, actualText, language, id, title })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${key}=${value ?? ''}`)
    return [`${indent}${role}${facts.join('')}`, ...listTags(child.children, depth + 1)]
  })
}

/** Returns what a piece paints: its text in quotation marks, and what else there is. */
export function describePiece(piece: Piece): string {
  const kinds = [
    ...(piece.hasText ? [`"${piece.text}"`] : []),
    ...(piece.hasImage ? ['(image)'] : []),
    ...(piece.hasShapes ? ['(shapes)'] : []),
  ]
  return kinds.join('+')
}
