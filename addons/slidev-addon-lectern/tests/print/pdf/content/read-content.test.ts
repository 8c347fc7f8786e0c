import { expect, it } from 'vitest'

import { readContent } from '../../../../print/pdf/content/read-content.ts'
import { createHandMade } from './hand-made-pdf.ts'
import type { HandMadePdf } from './hand-made-pdf.ts'

/** Returns the text of each mark of each stream, pieces separated by a bar. */
function listTexts({ pdf }: HandMadePdf): Record<number, string>[] {
  return readContent(pdf).map(({ pieces }) =>
    Object.fromEntries(
      [...pieces].map(([mark, list]) => [mark, list.map(({ text }) => text).join('|')]),
    ),
  )
}

/** Returns the text of each mark of a page with two fonts: in F2, `1` is fi and `2` is 模, `3` is a comma. */
async function readTexts(content: string | readonly string[]): Promise<Record<number, string>> {
  const made = await createHandMade()
  const F2 = made.addFont({ 31: 'fi', 32: '模', 33: '\u{FF0C}' })
  made.addPage(content, { Font: { F1: made.addFont(), F2 } })
  const [texts = {}] = listTexts(made)
  return texts
}

it('reads the text of each mark, in the fonts that are set', async () => {
  const content =
    '/P <</MCID 0>> BDC BT /F2 9 Tf (1) Tj q /F1 9 Tf [(1) -9 (B)] TJ Q (1) Tj ET EMC ' +
    '(none) Tj /P <</MCID 7>> BDC (A) Tj EMC'
  expect(await readTexts(content)).toEqual({ 0: 'fi1Bfi', 7: 'A' })
})

it('reads text that is marked again later as one', async () => {
  const content =
    'BT /F1 9 Tf /P <</MCID 0>> BDC (a) Tj EMC /P <</MCID 1>> BDC (b) Tj EMC /P <</MCID 0>> BDC (c) Tj EMC ET'
  expect(await readTexts(content)).toEqual({ 0: 'ac', 1: 'b' })
})

it('reads what stands for a ligature once, however often it is shown', async () => {
  const ligature = '/Span <</ActualText <FEFF00660066>>> BDC (xy) Tj (z) Tj EMC'
  const content = `/P <</MCID 0>> BDC BT /F1 9 Tf (o) Tj ${ligature} (.) Tj ET EMC`
  expect(await readTexts(content)).toEqual({ 0: 'off.' })
})

it('reads a space between lines, but none before a raised letter', async () => {
  const content =
    '/P <</MCID 0>> BDC BT /F1 10 Tf 1 0 0 -1 0 20 Tm (m) Tj /F1 6 Tf 1 0 0 -1 9 16 Tm (2) Tj ' +
    '/F1 10 Tf 1 0 0 -1 0 32 Tm (A) Tj ET EMC'
  expect((await readTexts(content))[0]?.trim()).toBe('m2 A')
})

it('reads text with a shadow and an outline once, and the same text elsewhere again', async () => {
  const text = (place: number): string => `BT /F1 10 Tf 1 0 0 -1 ${place} 20 Tm (Word) Tj ET`
  const content =
    `/P <</MCID 0>> BDC q 1 0 0 1 1 1 cm ${text(0)} Q ${text(0)} EMC ` +
    `/P <</MCID 1>> BDC q 1 0 0 1 80 0 cm ${text(0)} Q ${text(90)} EMC ` +
    `/P <</MCID 2>> BDC ${text(200)} EMC ${text(200)} ` +
    '/P <</MCID 3>> BDC BT /F1 10 Tf 1 0 0 -1 300 20 Tm (a) Tj ET ' +
    'BT /F1 10 Tf 1 0 0 -1 300 20 Tm 90 0 Td (a) Tj ET EMC'
  const texts = Object.values(await readTexts(content))
  expect(texts.map((each) => each.trim())).toEqual(['Word', 'WordWord', 'Word', 'aa'])
})

it('takes East Asian text for a piece of its own; its punctuation goes with it', async () => {
  const content =
    '/P <</MCID 0>> BDC BT /F1 9 Tf (The ) Tj /F2 9 Tf (2) Tj (3) Tj (2) Tj /F1 9 Tf ( ) Tj (A) Tj ET EMC'
  expect(await readTexts(content)).toEqual({ 0: 'The |模\u{FF0C}模 |A' })
})

it('reads a page whose operators go on in another stream', async () => {
  const content = ['/P <</MCID 0>> BDC BT /F1 9', 'Tf (A) Tj', 'ET EMC']
  expect(await readTexts(content)).toEqual({ 0: 'A' })
})

it('tells text, images and shapes apart', async () => {
  const made = await createHandMade()
  made.addPage(
    '/A <</MCID 0>> BDC /Im0 Do EMC /A <</MCID 1>> BDC 0 0 9 9 re f EMC /A <</MCID 2>> BDC ' +
      '0 0 9 9 re W n 1 0 0 rg EMC /A <</MCID 3>> BDC (A) Tj EMC /A <</MCID 4>> BDC BI ID x EI EMC',
    { XObject: { Im0: made.addImage() } },
  )
  const [page] = readContent(made.pdf)
  const found = [...(page?.pieces ?? [])].map(([mark, [piece]]) => [
    mark,
    piece?.hasText,
    piece?.hasImage,
    piece?.hasShapes,
  ])
  expect(found).toEqual([
    [0, false, true, false],
    [1, false, false, true],
    [3, true, false, false],
    [4, false, true, false],
  ])
})

it('reads forms with their own marks before what paints them, each once', async () => {
  const made = await createHandMade()
  const Font = { F1: made.addFont() }
  const text = (word: string): string => `/P <</MCID 0>> BDC BT /F1 9 Tf (${word}) Tj ET EMC`
  const inner = made.addForm(text('inner'), { Font })
  const outer = made.addForm(`${text('outer')} /Fm1 Do`, { Font, XObject: { Fm1: inner } })
  const XObject = { Fm0: outer, Fm1: inner, Im0: made.addImage() }
  const page = made.addPage(`${text('page')} q /Fm0 Do Q /Im0 Do /Fm1 Do`, { Font, XObject })
  const second = made.addPage(`${text('second')} /Fm1 Do`, { Font, XObject })
  const streams = readContent(made.pdf)
  expect(streams.map(({ ref }) => ref)).toEqual([inner, outer, page.ref, second.ref])
  expect(streams.map(({ page: of }) => of)).toEqual([page.ref, page.ref, page.ref, second.ref])
  expect(streams.map(({ isForm }) => isForm)).toEqual([true, true, false, false])
  expect(streams.map(({ forms }) => forms)).toEqual([[], [inner], [outer, inner], [inner]])
  expect(listTexts(made)).toEqual([{ 0: 'inner' }, { 0: 'outer' }, { 0: 'page' }, { 0: 'second' }])
})

it.each([
  ['a font or an object that is missing', '/P <</MCID 0>> BDC /F9 9 Tf (A) Tj /X9 Do EMC'],
  ['groups that are not closed', 'q BT /P <</MCID 0>> BDC (A) Tj'],
  ['groups that are not opened', 'Q ET EMC /P <</MCID 0>> BDC (A) Tj EMC'],
])('reads on after %s', async (_, content) => {
  expect(await readTexts(content)).toEqual({ 0: '' })
})

it('reads an empty page', async () => {
  expect(await readTexts('')).toEqual({})
})
