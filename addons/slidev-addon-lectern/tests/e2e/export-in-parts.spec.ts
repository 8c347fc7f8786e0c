import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withSession } from '../../browser/session.ts'
import type { FinishedPdf } from '../../print/pdf/finish.ts'
import { printPdf } from '../../print/print-pdf.ts'
import { loadFixture } from '../harness/deck-source.ts'
import { readPdf } from '../harness/pdf.ts'
import type { PdfFacts } from '../harness/pdf.ts'
import { makeFolder, QUIET } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

// Slides that are printed in one piece and in three: a reader sees no difference.

/** Slides of `tests/fixtures/print`: two tables, and the same picture three times. */
const SLIDES = [10, 11, 12, 13, 14, 15, 16]

let folder: TemporaryFolder
let whole: FinishedPdf
let joined: FinishedPdf

beforeAll(async () => {
  folder = makeFolder()
  const site = await shareBuild('print')
  const deck = await loadFixture('print')
  await withSession(
    { deck, site, hasNotes: false, progress: QUIET, log: console.warn },
    async (session) => {
      const job = { view: 'print', slides: SLIDES, isDark: false, hasEveryClick: false } as const
      whole = await printPdf(session, job)
      joined = await printPdf(session, job, { mostSlides: 3 })
    },
  )
})

afterAll(() => folder.remove())

/** Reads the facts of a PDF that a reader sees. */
async function read({ bytes }: FinishedPdf): Promise<PdfFacts> {
  const path = join(folder.path, 'read.pdf')
  writeFileSync(path, bytes)
  return readPdf(path)
}

async function load({ bytes }: FinishedPdf): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false })
}

describe('a PDF that was printed in parts', () => {
  it('has the pages, texts, outline and links of one that was printed whole', async () => {
    const { pages, sizes, pictures, tree, alts, missingFonts, info } = await read(joined)
    const expected = await read(whole)
    expect({ pages, sizes, pictures, tree, alts, missingFonts }).toEqual({
      pages: expected.pages,
      sizes: expected.sizes,
      pictures: expected.pictures,
      tree: expected.tree,
      alts: expected.alts,
      missingFonts: [],
    })
    expect(pages).toHaveLength(7)
    expect(info).toMatchObject({ Title: 'Links', Language: 'en-GB' })
  })

  it('leads from one part to another, and names the link that leads nowhere', async () => {
    for (const pdf of [whole, joined]) {
      const { links } = await read(pdf)
      expect(links).toEqual(['1: page 7', '1: page 6', '7: page 1'])
      expect(pdf.deadLinks).toEqual([{ slide: 10, href: '#nowhere' }])
    }
  })

  it('has the same tags in one tree, in the order of the slides', async () => {
    // Boxes around several slides are in each part once more.
    const told = ({ tags }: PdfFacts): object[] =>
      tags.map((roles) => ({ ...roles, NonStruct: undefined }))
    expect(told(await read(joined))).toEqual(told(await read(whole)))
    const [expected, found] = await Promise.all([load(whole), load(joined)])
    expect(listTags(found)).toEqual(listTags(expected))
    expect(listTags(found).filter((role) => role === 'H1')).toHaveLength(7)
  })

  it('tells the headings of one part’s tables from those of another’s', async () => {
    const pdf = await load(joined)
    const names = listReached(pdf).flatMap((object) =>
      object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('TH')
        ? [String(object.get(PDFName.of('ID')))]
        : [],
    )
    expect(names).toHaveLength(4)
    expect(new Set(names).size).toBe(4)
    const tree = tagsOf(pdf).lookup(PDFName.of('IDTree'), PDFDict)
    const entries = tree.lookup(PDFName.of('Names'), PDFArray).asArray().map(String)
    expect(entries).toEqual(expect.arrayContaining(names))
    const headers = listReached(pdf).flatMap((object) =>
      object instanceof PDFArray && String(object).includes('/Headers')
        ? [...String(object).matchAll(/\([^)]*\)/g)].map(([name]) => name)
        : [],
    )
    expect(headers.length).toBeGreaterThan(0)
    expect(names).toEqual(expect.arrayContaining(headers))
  })

  it('refers to nothing that is not in the file, and holds nothing that is not referred to', async () => {
    for (const pdf of [await load(whole), await load(joined)]) {
      const reached = new Set(listReached(pdf))
      const left = pdf.context
        .enumerateIndirectObjects()
        .filter(([, object]) => !reached.has(object))
      expect(left.map(([ref, object]) => `${ref.tag}: ${String(object)}`)).toEqual([])
    }
  })

  it('is hardly larger', () => {
    expect(joined.bytes.length).toBeLessThan(whole.bytes.length * 1.1)
  })
})

describe('pictures in a PDF', () => {
  it('are those of the deck, also where the browser changes their colors', async () => {
    for (const pdf of [await load(whole), await load(joined)]) {
      const images = listReached(pdf)
        .filter((object): object is PDFRawStream => object instanceof PDFRawStream)
        .filter(
          ({ dict }) =>
            dict.get(PDFName.of('Subtype')) === PDFName.of('Image') &&
            dict.get(PDFName.of('ColorSpace')) !== PDFName.of('DeviceGray'),
        )
      // The one of the slides, and the one without colors.
      expect(images).toHaveLength(2)
      for (const image of images) {
        expect(new Set(inflateSync(image.contents)).size).toBeGreaterThan(4)
      }
    }
  })
})

function tagsOf({ catalog }: PDFDocument): PDFDict {
  return catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
}

/** The roles of a PDF's tags in the order they are read. */
function listTags(pdf: PDFDocument): string[] {
  const list = (object: PDFObject | undefined): string[] => {
    const found = object instanceof PDFRef ? pdf.context.lookup(object) : object
    if (found instanceof PDFArray) {
      return found.asArray().flatMap(list)
    }
    if (found instanceof PDFDict) {
      const role = found.get(PDFName.of('S'))
      return [
        ...(role instanceof PDFName ? [role.decodeText()] : []),
        ...list(found.get(PDFName.of('K'))),
      ]
    }
    return []
  }
  return list(tagsOf(pdf)).filter((role) => role !== 'NonStruct')
}

/**
 * Everything that a reader comes to from the beginning of the file.
 *
 * @throws {Error} when something refers to what is not there.
 */
function listReached({ context }: PDFDocument): PDFObject[] {
  const { Root, Info } = context.trailerInfo
  const waiting: (PDFObject | undefined)[] = [Root, Info]
  const reached = new Set<PDFObject>()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const object = next instanceof PDFRef ? context.lookup(next) : next
    if (!object) {
      throw new Error(`${String(next)} is not in the file.`)
    }
    if (!reached.has(object)) {
      reached.add(object)
      const dict = object instanceof PDFStream ? object.dict : object
      waiting.push(...(dict instanceof PDFDict ? dict.values() : []))
      waiting.push(...(dict instanceof PDFArray ? dict.asArray() : []))
    }
  }
  return [...reached]
}
