import { expect, it } from 'vitest'

import { markContent, unmarkContent } from '../../../../print/pdf/content/mark-content.ts'
import type { Slot } from '../../../../print/pdf/content/mark-writer.ts'
import type { Piece } from '../../../../print/pdf/content/piece.ts'
import { readContent } from '../../../../print/pdf/content/read-content.ts'
import { readOperators } from '../../../../print/pdf/content/read-operators.ts'
import { createHandMade } from './hand-made-pdf.ts'
import { listMarked, listUnmarked } from './marked-operators.ts'

/** Structure type of the element of each mark; the other marks belong to none. */
type Roles = Readonly<Record<number, string>>

/** Marks the page of a PDF, and returns its operators, and the marks of each element. */
async function mark(
  content: string,
  roles: Roles,
  isFormMarked = false,
): Promise<{ operators: string[]; marks: number[][] }> {
  const made = await createHandMade()
  const XObject = { Fm0: made.addForm('0 0 9 9 re f'), Im0: made.addImage() }
  made.addPage(content, { Font: { F1: made.addFont() }, XObject })
  const page = readContent(made.pdf).at(-1)
  if (!page) {
    throw new Error('There is no page.')
  }
  const slots = Object.entries(roles).map(([number, role]) => {
    const slot: Slot = { role, isPicture: role === 'Figure', runs: [] }
    return { slot, pieces: page.pieces.get(Number(number)) ?? [] }
  })
  const slotOfPiece = new Map<Piece, Slot>(
    slots.flatMap(({ slot, pieces }) => pieces.map((piece) => [piece, slot] as const)),
  )
  const { bytes } = markContent(page, slotOfPiece, () => isFormMarked)
  const painted = listMarked(bytes)
  expect(painted.filter(({ marks }) => marks.length > 1)).toEqual([])
  expect(listUnmarked(bytes)).toEqual(listUnmarked(page.bytes))
  expect(readOperators(unmarkContent(page)).map(({ written }) => written)).toEqual(
    listUnmarked(page.bytes),
  )
  return {
    operators: readOperators(bytes).map(({ written }) => written),
    marks: slots.map(({ slot }) => slot.runs.map((run) => run.mark)),
  }
}

it('keeps one mark around a line of text', async () => {
  const text = 'BT /F1 9 Tf 1 0 0 -1 0 9 Tm (A) Tj 1 0 0 -1 9 9 Tm (B) Tj ET'
  const { operators, marks } = await mark(`q /P <</MCID 4>> BDC ${text} EMC Q`, { 4: 'H1' })
  expect(operators).toEqual([
    '/H1 <</MCID 0>> BDC',
    'q',
    'BT',
    '/F1 9 Tf',
    '1 0 0 -1 0 9 Tm',
    '(A) Tj',
    '1 0 0 -1 9 9 Tm',
    '(B) Tj',
    'ET',
    'Q',
    'EMC',
  ])
  expect(marks).toEqual([[0]])
})

it('marks what no element has as an artifact', async () => {
  const content = '0 0 9 9 re f /P <</MCID 0>> BDC (A) Tj EMC /Im0 Do 0 0 m 9 9 l S'
  const { operators } = await mark(content, {})
  expect(operators).toEqual([
    '/Artifact BMC',
    '0 0 9 9 re',
    'f',
    '(A) Tj',
    '/Im0 Do',
    '0 0 m',
    '9 9 l',
    'S',
    'EMC',
  ])
})

it('splits a mark that ends in another group than it began in', async () => {
  const content = 'q /P <</MCID 0>> BDC BT (A) Tj ET Q 0 0 9 9 re f q BT (B) Tj ET EMC (C) Tj Q'
  const { operators, marks } = await mark(content, { 0: 'P' })
  expect(operators.join(' ')).toBe(
    '/P <</MCID 0>> BDC q BT (A) Tj ET Q 0 0 9 9 re f EMC q ' +
      '/P <</MCID 1>> BDC BT (B) Tj ET EMC /Artifact BMC (C) Tj EMC Q',
  )
  expect(marks).toEqual([[0, 1]])
})

it('splits a line whose words belong to several elements, and places each', async () => {
  const content =
    'BT /P <</MCID 0>> BDC /F1 9 Tf (A) Tj EMC /Link <</MCID 1>> BDC 9 0 Td (B) Tj EMC ' +
    '/P <</MCID 0>> BDC 9 0 Td (C) Tj EMC (D) Tj ET'
  const { operators, marks } = await mark(content, { 0: 'P', 1: 'Link' })
  expect(operators.join(' ')).toBe(
    'BT /F1 9 Tf /P <</MCID 0>> BDC (A) Tj EMC 9 0 Td /Link <</MCID 1>> BDC (B) Tj EMC 9 0 Td ' +
      '/P <</MCID 2>> BDC (C) Tj EMC /Artifact BMC (D) Tj EMC ET',
  )
  expect(marks).toEqual([[0, 2], [1]])
})

it('keeps the text that stands for a ligature, within the mark of its line', async () => {
  const ligature = '/Span <</ActualText <FEFF00660066>>> BDC (x) Tj EMC'
  const { operators } = await mark(`/P <</MCID 0>> BDC BT ${ligature} (y) Tj ET EMC`, { 0: 'P' })
  expect(operators.join(' ')).toBe(`/P <</MCID 0>> BDC BT ${ligature} (y) Tj ET EMC`)
})

it('keeps clips out of a mark that ends before them', async () => {
  const content = '/P <</MCID 0>> BDC 9 0 1 1 re f 0 0 9 9 re W n 1 0 0 rg EMC q Q (B) Tj'
  const { operators } = await mark(content, { 0: 'P' })
  expect(operators.join(' ')).toBe(
    '/P <</MCID 0>> BDC 9 0 1 1 re f EMC 0 0 9 9 re W n 1 0 0 rg q Q /Artifact BMC (B) Tj EMC',
  )
})

it('gives a picture the lines between its parts, but none before or after', async () => {
  const parts = '/F <</MCID 0>> BDC (1) Tj EMC 0 5 9 1 re f /F <</MCID 0>> BDC (2) Tj EMC'
  const content = `0 0 1 1 re f ${parts} 0 0 2 2 re f`
  expect((await mark(content, { 0: 'Figure' })).operators.join(' ')).toBe(
    '/Artifact BMC 0 0 1 1 re f EMC /Figure <</MCID 0>> BDC (1) Tj 0 5 9 1 re f (2) Tj EMC ' +
      '/Artifact BMC 0 0 2 2 re f EMC',
  )
  expect((await mark(content, { 0: 'P' })).marks).toEqual([[0, 1]])
})

it('gives a picture no lines that are around the text of another element', async () => {
  const content =
    '/F <</MCID 0>> BDC (1) Tj EMC 0 5 9 1 re f /P <</MCID 1>> BDC (x) Tj EMC 0 5 9 2 re f ' +
    '/F <</MCID 0>> BDC (2) Tj EMC'
  const { marks, operators } = await mark(content, { 0: 'Figure', 1: 'P' })
  expect(marks).toEqual([[0, 2], [1]])
  expect(operators.filter((operator) => operator === '/Artifact BMC')).toHaveLength(2)
})

it('puts no mark around a form that marks itself', async () => {
  const content = '/P <</MCID 0>> BDC (A) Tj q /Fm0 Do Q /Im0 Do q (B) Tj /Fm0 Do Q EMC'
  const { operators, marks } = await mark(content, { 0: 'P' }, true)
  expect(operators.join(' ')).toBe(
    '/P <</MCID 0>> BDC (A) Tj EMC q /Fm0 Do Q /P <</MCID 1>> BDC /Im0 Do EMC q ' +
      '/P <</MCID 2>> BDC (B) Tj EMC /Fm0 Do Q',
  )
  expect(marks).toEqual([[0, 1, 2]])
})

it('takes a form without marks for a part of the element', async () => {
  const { operators } = await mark('/F <</MCID 0>> BDC q /Fm0 Do Q EMC', { 0: 'Figure' })
  expect(operators.join(' ')).toBe('/Figure <</MCID 0>> BDC q /Fm0 Do Q EMC')
})

it('keeps inline images and comments apart from marks', async () => {
  const content = '/F <</MCID 0>> BDC BI /W 1 ID EMC EIx\nEI EMC % EMC\nq 0 0 9 9 re f Q'
  const { operators } = await mark(content, { 0: 'Figure' })
  expect(operators).toEqual([
    '/Figure <</MCID 0>> BDC',
    'BI /W 1 ID EMC EIx\nEI',
    'EMC',
    '/Artifact BMC',
    'q',
    '0 0 9 9 re',
    'f',
    'Q',
    'EMC',
  ])
})

it('takes the marks out of a stream in which nothing is painted', async () => {
  const { operators } = await mark('/P <</MCID 0>> BDC q 1 0 0 1 0 0 cm Q EMC', { 0: 'P' })
  expect(operators.join(' ')).toBe('q 1 0 0 1 0 0 cm Q')
})
