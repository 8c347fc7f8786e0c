import { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { HINT_MARK } from '../../../../page/print/reader-hints.ts'
import type { HintBox, ReaderHint } from '../../../../page/print/reader-hints.ts'
import { Piece } from '../../../../print/pdf/content/piece.ts'
import { findUntagged } from '../../../../print/pdf/structure/find-untagged.ts'
import { createContent, createElement } from '../../../../print/pdf/structure/tag-tree.ts'

const BOX: HintBox = { root: 0, slide: 7, left: 0, top: 0, width: 9, height: 9 }

/** Returns what is missed of a slide with some texts, whose tags have others. */
function findMissed(texts: readonly string[], tagged: readonly string[]): string[] {
  const children = tagged.map((text) => {
    const piece = new Piece(PDFRef.of(1), false)
    piece.show({ text })
    return createElement('P', [createContent([piece])])
  })
  return list([{ kind: 'slide', slide: 7, texts }], children)
}

function list(hints: readonly ReaderHint[], children = [createElement('P', [])]): string[] {
  const tags = createElement('Document', [createElement('Div', children, { alt: `${HINT_MARK}0` })])
  return findUntagged(tags, hints).map(({ slide, seen, reference = '' }) =>
    `${slide}: ${seen} ${reference}`.trimEnd(),
  )
}

it('finds texts without a tag, whatever their order, case, spaces and form', () => {
  expect(
    findMissed(['Title', 'a ligature: first'], ['TITLE', 'a liga-', 'ture: \u{FB01}rst']),
  ).toEqual([])
  expect(findMissed(['שלום עולם'], ['םלוע םולש'])).toEqual([])
  expect(findMissed(['one two'], ['two one'])).toEqual([])
  expect(findMissed(['seen', 'filtered', 'filtered'], ['seen'])).toEqual([
    '7: the browser wrote no tag for "filtered"',
  ])
})

it('takes no text for tagged because its letters are part of another one', () => {
  expect(findMissed(['word', 'words of it'], ['word'])).toEqual([
    '7: the browser wrote no tag for "words of it"',
  ])
})

it('finds pictures and formulas without a tag, if they are seen', () => {
  expect(
    list([
      { kind: 'slide', slide: 7, texts: [] },
      { kind: 'figure', alt: 'A curve', box: BOX },
      { kind: 'figure', alt: 'A hidden curve' },
      { kind: 'diagram', alt: 'A, B', box: BOX },
      { kind: 'formula', tex: 'x^2', box: BOX },
    ]),
  ).toEqual([
    '7: the browser wrote no tag for the picture "A curve" A curve',
    '7: the browser wrote no tag for the picture "A, B" A',
    '7: the browser wrote no tag for the formula "x^2" x^2',
  ])
})
