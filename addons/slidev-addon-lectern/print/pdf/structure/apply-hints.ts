import type { PDFObject } from 'pdf-lib'

import { HINT_MARK } from '../../../page/print/reader-hints.ts'
import type { HintBox, ReaderHint } from '../../../page/print/reader-hints.ts'
import { DRAWING } from './arrange/figures.ts'
import { createContent, createElement, isElement, listPieces } from './tag-tree.ts'
import type { TagChild, TagElement } from './tag-tree.ts'

/** Facts for elements with a hint. */
export interface HintFacts {
  hints: readonly ReaderHint[]
  /** Titles of the deck's slides, in their order. */
  titles: readonly string[]
  /** Returns the attributes that tell where an element is on its page; none where that is not known. */
  placeOf: (box: HintBox | undefined) => readonly PDFObject[]
}

/** Turns the elements that stand for a hint into what they are. */
export function applyHints(element: TagElement, facts: HintFacts): TagElement {
  const children = element.children.map((child): TagChild =>
    isElement(child) ? applyHints(child, facts) : child,
  )
  const hint = facts.hints[readHintNumber(element) ?? -1]
  return hint ? toElement(hint, { ...element, children }, facts) : { ...element, children }
}

/** Returns the number of the hint that an element of the browser stands for; `undefined` where it stands for none. */
export function readHintNumber({ alt }: TagElement): number | undefined {
  return alt?.startsWith(HINT_MARK) ? Number(alt.slice(HINT_MARK.length)) : undefined
}

function toElement(
  hint: ReaderHint,
  { children, language }: TagElement,
  { titles, placeOf }: HintFacts,
): TagElement {
  switch (hint.kind) {
    case 'slide': {
      return createElement('Sect', children, { title: titles[hint.slide - 1], language })
    }
    case 'formula': {
      return createWhole('Formula', hint.tex, children, { language, attributes: placeOf(hint.box) })
    }
    case 'diagram': {
      return createWhole('Figure', hint.alt, children, { language, attributes: placeOf(hint.box) })
    }
    case 'figure': {
      return createElement('Figure', children, {
        alt: hint.alt,
        language,
        attributes: placeOf(hint.box),
      })
    }
    case 'drawing': {
      return createElement(DRAWING, children, { language })
    }
    default: {
      return createElement('Note', children, { language })
    }
  }
}

/** Creates an element whose alternative text is read in place of all that is in it. */
function createWhole(
  role: string,
  alt: string,
  children: readonly TagChild[],
  more: Pick<TagElement, 'language' | 'attributes'>,
): TagElement {
  return createElement(role, [createContent(children.flatMap(listPieces))], { alt, ...more })
}
