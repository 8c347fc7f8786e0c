import type { Piece } from '../../content/piece.ts'
import { createContent, createElement, hasRole, isElement, listPieces } from '../tag-tree.ts'
import type { TagChild, TagElement } from '../tag-tree.ts'
import { arrangeBlocks } from './arrange.ts'

/** Structure type of a part of a figure that has no words of its own, until the figure is arranged. */
export const DRAWING = 'Drawing'

/** Elements that readers want for themselves, even in a figure. */
const OWN: ReadonlySet<string> = new Set([
  'Figure',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'Link',
  'P',
  'Table',
])

/**
 * Arranges a figure. Readers take its alternative text in place of all that is in it; therefore its tables, lists and
 * paragraphs follow it. A figure that is all text, such as an emoji with a name, is a phrase.
 */
export function arrangeFigure(figure: TagElement): TagChild[] {
  const { alt, language, children, attributes } = figure
  if (alt === undefined && children.some(hasOwn)) {
    // A box around a picture and its caption.
    return arrangeBlocks(children)
  }
  const pieces = listPieces(figure)
  if (!children.some(hasOwn)) {
    const isText = pieces.every(({ hasImage, hasShapes }) => !hasImage && !hasShapes)
    const role = isText && alt !== undefined ? 'Span' : 'Figure'
    const own = { alt, language, attributes: role === 'Span' ? [] : attributes }
    return pieces.length > 0 ? [createElement(role, [createContent(pieces)], own)] : []
  }
  const drawn = children.flatMap(listDrawn)
  const rest = arrangeBlocks(children.flatMap(withoutDrawings))
  return drawn.length === 0
    ? [createElement('Sect', rest, { title: alt, language })]
    : [createElement('Figure', [createContent(drawn)], { alt, language, attributes }), ...rest]
}

function hasOwn(child: TagChild): boolean {
  return (
    isElement(child) &&
    child.role !== DRAWING &&
    (OWN.has(child.role) || child.children.some(hasOwn))
  )
}

/** Lists the pieces that are drawn: drawings, backgrounds and borders. */
function listDrawn(child: TagChild): Piece[] {
  if (isElement(child)) {
    if (child.role === DRAWING) {
      return [...listPieces(child)]
    }
    return hasRole(child, 'Figure', 'Lbl') ? [] : child.children.flatMap(listDrawn)
  }
  return child.kind === 'content' ? child.pieces.filter(({ hasText }) => !hasText) : []
}

function withoutDrawings(child: TagChild): TagChild[] {
  if (!isElement(child)) {
    return [child]
  }
  return child.role === DRAWING
    ? []
    : [{ ...child, children: child.children.flatMap(withoutDrawings) }]
}
