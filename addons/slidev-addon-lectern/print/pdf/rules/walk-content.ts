import { PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { readOperators } from '../content/read-operators.ts'
import type { Operator } from '../content/read-operators.ts'
import { pageContent, readStream } from '../content/streams.ts'
import { decodeText, listCodes, readFontText } from '../content/to-unicode.ts'
import type { FontText } from '../content/to-unicode.ts'

/** What the content of a PDF paints, and how it is marked. */
export interface WalkedContent {
  /** Number of operators on each page that paint what is neither tagged nor an artifact. */
  unmarked: ReadonlyMap<number, number>
  /** Pages with tagged content in an artifact. */
  taggedInArtifacts: ReadonlySet<number>
  /** Pages with an artifact in tagged content. */
  artifactsInTagged: ReadonlySet<number>
  /** Marks in the order of painting. */
  marks: readonly WalkedMark[]
  fonts: ReadonlyMap<PDFDict, UsedFont>
  /** Returns the text of a mark. */
  readMark: (stream: PDFRef, mark: number) => string
}

/** A mark of tagged content. */
export interface WalkedMark {
  /** Page or form. */
  stream: PDFRef
  mark: number
  /** 1-based page. */
  page: number
}

/** A font that text is shown in. */
export interface UsedFont extends FontText {
  /** Codes that are shown, each with the first page that shows it. */
  codes: Map<number, number>
  /** First page that uses it. */
  page: number
}

/** Walks through the content of all pages, forms included. */
export function walkContent(pdf: PDFDocument): WalkedContent {
  const walk = new Walk(pdf)
  for (const [index, page] of pdf.getPages().entries()) {
    walk.readPage(index + 1, page.ref, pageContent(page), page.node.Resources())
  }
  return walk
}

const PAINTING: ReadonlySet<string> = new Set('f F f* S s B B* b b* sh EI Tj TJ \' "'.split(' '))
const TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

/** How content is marked by the marks around it. */
type Marking = 'none' | 'artifact' | 'tagged'

/** A stream that is being read. */
interface Place {
  page: number
  stream: PDFRef
  resources?: PDFDict
}

class Walk implements WalkedContent {
  readonly unmarked = new Map<number, number>()
  readonly taggedInArtifacts = new Set<number>()
  readonly artifactsInTagged = new Set<number>()
  readonly marks: WalkedMark[] = []
  readonly fonts = new Map<PDFDict, UsedFont>()
  readonly #pdf: PDFDocument
  /** Text of each mark, by stream and number. */
  readonly #shown = new Map<string, { font?: UsedFont; operator: Operator }[]>()
  /** Strings that were shown, so that their codes are known. */
  readonly #known = new Map<UsedFont, Set<string>>()
  readonly #forms = new Set<string>()

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  readMark(stream: PDFRef, mark: number): string {
    const shown = this.#shown.get(`${stream.tag} ${mark}`) ?? []
    return shown.map(({ font, operator }) => (font ? readText(font, operator) : '')).join('')
  }

  readPage(page: number, stream: PDFRef, bytes: Uint8Array, resources?: PDFDict): void {
    this.#readStream({ page, stream, resources }, bytes, 'none')
  }

  #readStream(place: Place, bytes: Uint8Array, around: Marking): void {
    const markings: { marking: Marking; mark?: number }[] = [{ marking: around }]
    const fonts: (UsedFont | undefined)[] = []
    let font: UsedFont | undefined
    for (const operator of readOperators(bytes)) {
      const { name } = operator
      const { marking, mark } = markings.at(-1) ?? { marking: around }
      if (name === 'BDC' || name === 'BMC') {
        markings.push(this.#openMark(operator, place, marking, mark))
      } else if (name === 'EMC') {
        markings.pop()
      } else if (name === 'q') {
        fonts.push(font)
      } else if (name === 'Q') {
        font = fonts.pop()
      } else if (name === 'Tf') {
        font = this.#useFont(operator.nameOperand, place)
      } else if (name === 'Do') {
        this.#readObject(operator.nameOperand, place, marking)
      } else if (PAINTING.has(name)) {
        this.#paint(place, marking)
        if (TEXT.has(name)) {
          this.#show(operator, place, font, mark)
        }
      }
    }
  }

  #openMark(
    operator: Operator,
    { page, stream }: Place,
    around: Marking,
    inner: number | undefined,
  ): { marking: Marking; mark?: number } {
    const { operands } = operator
    if (operands[0] === 'Artifact') {
      if (around === 'tagged') {
        this.artifactsInTagged.add(page)
      }
      return { marking: 'artifact' }
    }
    const properties = operands.find((operand) => operand instanceof Map)
    const mark = properties?.get('MCID')
    if (typeof mark !== 'number') {
      return { marking: around, mark: inner }
    }
    if (around === 'artifact') {
      this.taggedInArtifacts.add(page)
    }
    this.marks.push({ stream, mark, page })
    return { marking: 'tagged', mark }
  }

  #paint({ page }: Place, marking: Marking): void {
    if (marking === 'none') {
      this.unmarked.set(page, (this.unmarked.get(page) ?? 0) + 1)
    }
  }

  #readObject(name: string, place: Place, marking: Marking): void {
    const objects = place.resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const ref: PDFObject | undefined = objects?.get(PDFName.of(name))
    const object = this.#pdf.context.lookup(ref)
    const isForm =
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    if (!isForm || !(ref instanceof PDFRef)) {
      this.#paint(place, marking)
      return
    }
    const key = `${ref.tag} ${marking}`
    if (!this.#forms.has(key)) {
      this.#forms.add(key)
      const resources = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
      const inner = { ...place, stream: ref, resources: resources ?? place.resources }
      this.#readStream(inner, readStream(object), marking)
    }
  }

  #useFont(name: string, { page, resources }: Place): UsedFont | undefined {
    const font = resources
      ?.lookupMaybe(PDFName.of('Font'), PDFDict)
      ?.lookupMaybe(PDFName.of(name), PDFDict)
    const used = font && (this.fonts.get(font) ?? { ...readFontText(font), codes: new Map(), page })
    if (font && used) {
      this.fonts.set(font, used)
    }
    return used
  }

  #show(
    operator: Operator,
    { page, stream }: Place,
    font: UsedFont | undefined,
    mark: number | undefined,
  ): void {
    if (mark !== undefined) {
      const key = `${stream.tag} ${mark}`
      const shown = this.#shown.get(key) ?? []
      shown.push({ font, operator })
      this.#shown.set(key, shown)
    }
    if (font) {
      this.#addCodes(operator, font, page)
    }
  }

  #addCodes(operator: Operator, font: UsedFont, page: number): void {
    const known = this.#known.get(font) ?? new Set()
    this.#known.set(font, known)
    const written = operator.written
    if (known.has(written)) {
      return
    }
    known.add(written)
    for (const bytes of listStrings(operator)) {
      for (const code of listCodes(font.bytesPerCode, bytes)) {
        if (!font.codes.has(code)) {
          font.codes.set(code, page)
        }
      }
    }
  }
}

function readText(font: UsedFont, operator: Operator): string {
  return listStrings(operator)
    .map((bytes) => decodeText(font, bytes))
    .join('')
}

function listStrings({ operands }: Operator): Uint8Array[] {
  return operands.flat().filter((operand) => operand instanceof Uint8Array)
}
