import { readdirSync, readFileSync } from 'node:fs'

import { PDFString } from 'pdf-lib'
import { expect, it } from 'vitest'

import { checkPdfUa } from '../../../../print/pdf/rules/check-pdf-ua.ts'
import type { PdfUaFault } from '../../../../print/pdf/rules/pdf-ua-fault.ts'
import { writeXmp } from '../../../../print/pdf/xmp.ts'
import {
  addContent,
  findElement,
  findLink,
  replaceText,
  setElement,
  setEntries,
} from './change-pdf.ts'
import type { Plant, PlantedFault } from './change-pdf.ts'
import { createConformingPdf, FACTS } from './conforming-pdf.ts'
import { CONTENT_FAULTS, DOCUMENT_FAULTS } from './file-faults.ts'
import { ELEMENT_FAULTS, NESTING_FAULTS } from './tag-faults.ts'

const FAULTS: readonly PlantedFault[] = [
  ...DOCUMENT_FAULTS,
  ...CONTENT_FAULTS,
  ...NESTING_FAULTS,
  ...ELEMENT_FAULTS,
]

it('finds no fault in a PDF that conforms', async () => {
  const pdf = await createConformingPdf()
  expect(checkPdfUa(pdf)).toEqual([])
  expect(checkPdfUa(pdf, { isClaimed: true })).toEqual([])
})

it.each(FAULTS)('finds %s', async (_what, plant, ...clauses) => {
  const pdf = await createConformingPdf()
  plant(pdf)
  const found = new Set(checkPdfUa(pdf, { isClaimed: true }).map(({ clause }) => clause))
  expect([...found].toSorted()).toEqual(clauses.toSorted())
})

it('knows marks whose properties are named in the resources', async () => {
  const pdf = await createConformingPdf()
  replaceText(pdf, '/H1 <</MCID 0>> BDC', '/H1 /MC0 BDC')
  const resources = pdf.getPage(0).node.normalizedEntries().Resources
  setEntries(resources, { Properties: { MC0: { MCID: 0 } } })
  expect(checkPdfUa(pdf)).toEqual([])
})

it('lets paths clip without a mark', async () => {
  const pdf = await createConformingPdf()
  addContent(pdf, 'q 0 0 9 9 re W n Q')
  expect(checkPdfUa(pdf)).toEqual([])
})

it('takes the headers that a cell names', async () => {
  const pdf = await createConformingPdf()
  for (const [index, name] of ['model', 'score'].entries()) {
    const attributes = { O: 'Table', Headers: [PDFString.of(name)] }
    setEntries(findElement(pdf, 'TH', index), { A: undefined, ID: PDFString.of(name) })
    setEntries(findElement(pdf, 'TD', index), { A: attributes })
    setEntries(findElement(pdf, 'TD', index + 2), { A: attributes })
  }
  expect(checkPdfUa(pdf)).toEqual([])
})

/** Matches a clause in a rule: that of veraPDF, or a name of ours. */
const CLAUSE_RE = /'(\d[\d.]*-\d+)'|(?:clause: |createReport\()'([a-z][a-z\d-]+)'/g

it('is tested with a fault against every clause', () => {
  const folder = new URL('../../../../print/pdf/rules/', import.meta.url)
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const known = sources.flatMap((source) =>
    Array.from(source.matchAll(CLAUSE_RE), ([, number, name]) => number ?? name),
  )
  const tested = FAULTS.flatMap(([, , ...clauses]) => clauses)
  expect(new Set(tested)).toEqual(new Set(known))
})

it('asks for the claim only where it is made', async () => {
  const pdf = await createConformingPdf()
  writeXmp(pdf, FACTS, { isUniversal: false })
  expect(checkPdfUa(pdf)).toEqual([])
})

const SPAN = { A: { O: 'Table', ColSpan: 2 } }
const UNKNOWN = PDFString.of('zh_TW')

it.each<[what: string, plant: Plant, fault: Omit<PdfUaFault, 'clause'>]>([
  [
    'a heading that skips a level',
    setElement('H2', 1, { S: 'H4' }),
    {
      page: 2,
      seen: 'a heading of level 4 follows one of level 2',
      fix: 'Write ### in place of ####, and style it if it should be smaller.',
      text: 'A table',
    },
  ],
  [
    'a picture without an alternative',
    setElement('Figure', 0, { Alt: undefined }),
    {
      page: 2,
      seen: 'a picture has no alternative text',
      fix: 'Write aria-label="what it shows", or aria-hidden="true" where it is decoration.',
    },
  ],
  [
    'a link without words',
    (pdf) => setEntries(findLink(pdf), { Contents: undefined }),
    {
      page: 1,
      seen: 'the link to https://example.com/ has no words',
      fix: 'Write words between the brackets, or give it an aria-label.',
    },
  ],
  [
    'an irregular table',
    setElement('TD', 3, SPAN),
    {
      page: 2,
      seen: 'row 3 of a table is too wide',
      fix: 'Give each row as many cells as the first; count rowspan and colspan.',
      text: 'Models Model Score Llama 86 Mistral 79',
    },
  ],
  [
    'a missing title',
    (pdf) => writeXmp(pdf, { ...FACTS, title: '' }, { isUniversal: true }),
    {
      seen: 'the document has no title',
      fix: 'Write title: in the headmatter, or give the first slide a heading.',
    },
  ],
  [
    'a language that is none',
    ({ catalog }) => setEntries(catalog, { Lang: UNKNOWN }),
    {
      seen: 'the language "zh_TW" is unknown',
      fix: 'Write lang: en in the headmatter, or the tag of another language.',
    },
  ],
  [
    'words in a language that is none',
    setElement('Span', 0, { Lang: UNKNOWN }),
    {
      page: 1,
      seen: 'the language "zh_TW" is unknown',
      fix: 'Write the tag of a language, such as lang="de" or lang="zh-TW".',
      text: '大模型',
    },
  ],
])('tells where %s is, and what to do', async (_what, plant, fault) => {
  const pdf = await createConformingPdf()
  plant(pdf)
  const [{ clause, ...found } = { clause: '' }, ...others] = checkPdfUa(pdf)
  expect(clause).toBeTruthy()
  expect(found).toEqual(fault)
  expect(others).toEqual([])
})
