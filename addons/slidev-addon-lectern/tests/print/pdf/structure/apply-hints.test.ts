import { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { HINT_MARK } from '../../../../page/print/reader-hints.ts'
import type { ReaderHint } from '../../../../page/print/reader-hints.ts'
import { applyHints } from '../../../../print/pdf/structure/apply-hints.ts'
import { listTags, shapes, tag } from './tags.ts'

const BOX = { root: 0, slide: 1, left: 0, top: 0, width: 1, height: 1 }
const HINTS: readonly ReaderHint[] = [
  { kind: 'slide', slide: 2, texts: [] },
  { kind: 'formula', tex: 'x^2', box: BOX },
  { kind: 'figure', alt: 'Sizes', box: BOX },
  { kind: 'drawing' },
  { kind: 'footnote' },
]
const FACTS = {
  hints: HINTS,
  titles: ['One', 'Two'],
  placeOf: (box: unknown): PDFRef[] => (box ? [PDFRef.of(9)] : []),
}

it('turns elements into what the page says they are', () => {
  const [slide, formula, figure, drawing, footnote] = HINTS.map((_, index) => HINT_MARK + index)
  const document = tag('Document', [
    tag(
      'Div',
      [
        tag('H1', ['Title']),
        tag('Figure', ['x', tag('Span', ['2'])], { alt: formula }),
        tag('Figure', [tag('Div', [shapes()], { alt: drawing })], { alt: figure }),
        tag('L', [tag('LI', ['note'], { alt: footnote })]),
        tag('Figure', [shapes()], { alt: 'a name' }),
      ],
      { alt: slide, language: 'de' },
    ),
  ])
  const applied = applyHints(document, FACTS)
  expect(listTags([applied])).toEqual([
    'Document',
    '  Sect language=de title=Two',
    '    H1',
    '      NonStruct',
    '        "Title"',
    '    Formula alt=x^2',
    '      "x" "2"',
    '    Figure alt=Sizes',
    '      Drawing',
    '        (shapes)',
    '    L',
    '      Note',
    '        NonStruct',
    '          "note"',
    '    Figure alt=a name',
    '      (shapes)',
  ])
})

it('keeps where formulas and figures are', () => {
  const document = tag('Document', [
    tag('Figure', ['x'], { alt: `${HINT_MARK}1` }),
    tag('Figure', ['x'], { alt: `${HINT_MARK}2` }),
    tag('Div', ['x'], { alt: `${HINT_MARK}4` }),
  ])
  const places = applyHints(document, FACTS).children.map((child) =>
    child.kind === 'element' ? child.attributes : [],
  )
  expect(places).toEqual([[PDFRef.of(9)], [PDFRef.of(9)], []])
})
