import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { printDeck } from '../../print/print-deck.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { readPdf } from '../harness/pdf.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

// Objects of a PDF that was mended after the browser wrote it.

/** Slides of `tests/fixtures/print`: links, one of which leads nowhere, and the same image three times. */
const SLIDES = '10-16'

let folder: TemporaryFolder
let output: string
let pdf: PDFDocument
let problems: PrintResult['problems']

beforeAll(async () => {
  folder = makeFolder()
  output = join(folder.path, 'deck.pdf')
  const site = await shareBuild('print')
  const result = await printDeck({ entry: FIXTURES.print, site, slides: SLIDES, output })
  problems = result.problems
  pdf = await PDFDocument.load(readFileSync(output), { updateMetadata: false })
})

afterAll(() => folder.remove())

it('lead to slides that follow and precede, and names the link that leads nowhere', async () => {
  expect((await readPdf(output)).links).toEqual(['1: page 7', '1: page 6', '7: page 1'])
  expect(problems).toContainEqual({
    slide: 10,
    file: expect.stringMatching(/slides\.md$/),
    line: expect.any(Number),
    severity: 'error',
    message: expect.stringMatching(/^the link to #nowhere leads to no slide; it is plain text/),
  })
})

it('refer to nothing that is not in the file, and none is there that is not referred to', () => {
  const reached = new Set(listReached(pdf))
  const left = pdf.context.enumerateIndirectObjects().filter(([, object]) => !reached.has(object))
  expect(left.map(([ref, object]) => `${ref.tag}: ${String(object)}`)).toEqual([])
})

it('hold each image once, also where the browser changes its colors', () => {
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
})

/**
 * Lists everything that a reader reaches from the beginning of the file.
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
