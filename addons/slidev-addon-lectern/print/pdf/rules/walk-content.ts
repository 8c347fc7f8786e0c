import { PDFDict, PDFName } from 'pdf-lib'
import type { PDFDocument, PDFPage, PDFRef } from 'pdf-lib'

import { AREA, PATH_PAINT, TEXT } from '../content/operator-kinds.ts'
import { readOperators } from '../content/read-operators.ts'
import type { Operator } from '../content/read-operators.ts'
import { findFont, findForm } from '../content/resources.ts'
import { pageContent, readStream } from '../content/streams.ts'
import { readOperatorText } from '../content/to-unicode.ts'
import { MarkReader } from './mark-reader.ts'
import { UsedFonts } from './used-fonts.ts'
import type { ShownText, UsedFont } from './used-fonts.ts'

/** Content of a PDF: the marks around all that it paints, and its fonts. */
export interface WalkedContent {
  /** Number of operators on each page that paint what is neither tagged nor an artifact. */
  unmarked: ReadonlyMap<number, number>
  /** Pages with tagged content in an artifact. */
  taggedInArtifacts: ReadonlySet<number>
  /** Pages with an artifact in tagged content. */
  artifactsInTagged: ReadonlySet<number>
  /** Pages that repeat a form with marks of its own. */
  repeatedForms: ReadonlySet<number>
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

/** Walks through the content of all pages, forms included. */
export function walkContent(pdf: PDFDocument): WalkedContent {
  const walk = new Walk()
  for (const [index, page] of pdf.getPages().entries()) {
    walk.readPage(page, index + 1)
  }
  return walk
}

const PAINTING: ReadonlySet<string> = new Set([...PATH_PAINT, ...TEXT, ...AREA])

/** How content is marked by the marks around it. */
interface Marking {
  kind: 'none' | 'artifact' | 'tagged'
  /** Text of the mark. */
  shown?: ShownText[]
}

const UNMARKED: Marking = { kind: 'none' }
const ARTIFACT: Marking = { kind: 'artifact' }

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
  readonly repeatedForms = new Set<number>()
  readonly marks: WalkedMark[] = []
  readonly #used = new UsedFonts()
  readonly fonts = this.#used.fonts
  readonly #reader = new MarkReader()
  readonly #shown = new Map<PDFRef, Map<number, ShownText[]>>()
  /** Kinds of the markings around each form. */
  readonly #forms = new Map<PDFRef, Set<Marking['kind']>>()

  readMark(stream: PDFRef, mark: number): string {
    const shown = this.#shown.get(stream)?.get(mark) ?? []
    return shown.map(({ font, operator }) => readOperatorText(font, operator)).join('')
  }

  readPage(page: PDFPage, number: number): void {
    const place = { page: number, stream: page.ref, resources: page.node.Resources() }
    this.#readStream(place, pageContent(page), UNMARKED)
  }

  #readStream(place: Place, bytes: Uint8Array, around: Marking): void {
    const useFont = this.#createFontSwitch(place)
    const markings: Marking[] = []
    const fonts: (UsedFont | undefined)[] = []
    let marking = around
    let font: UsedFont | undefined
    for (const operator of readOperators(bytes)) {
      const { name } = operator
      if (name === 'BDC' || name === 'BMC') {
        markings.push(marking)
        marking = this.#openMark(operator, place, marking)
      } else if (name === 'EMC') {
        marking = markings.pop() ?? around
      } else if (name === 'q') {
        fonts.push(font)
      } else if (name === 'Q') {
        font = fonts.pop()
      } else if (name === 'Tf') {
        font = useFont(operator)
      } else if (name === 'Do') {
        this.#readObject(operator.nameOperand, place, marking)
      } else if (PAINTING.has(name)) {
        this.#paint(place, marking)
        if (font && TEXT.has(name)) {
          const text = { font, operator }
          marking.shown?.push(text)
          this.#used.show(text, place.page)
        }
      }
    }
  }

  #openMark(operator: Operator, { page, stream, resources }: Place, around: Marking): Marking {
    const mark = this.#reader.read(operator, resources)
    if (mark === 'artifact') {
      if (around.kind === 'tagged') {
        this.artifactsInTagged.add(page)
      }
      return ARTIFACT
    }
    if (mark === undefined) {
      return around
    }
    if (around.kind === 'artifact') {
      this.taggedInArtifacts.add(page)
    }
    this.marks.push({ stream, mark, page })
    const texts = this.#shown.get(stream) ?? new Map<number, ShownText[]>()
    const shown = texts.get(mark) ?? []
    this.#shown.set(stream, texts.set(mark, shown))
    return { kind: 'tagged', shown }
  }

  #paint({ page }: Place, { kind }: Marking): void {
    if (kind === 'none') {
      this.unmarked.set(page, (this.unmarked.get(page) ?? 0) + 1)
    }
  }

  #readObject(name: string, place: Place, marking: Marking): void {
    const form = findForm(place.resources, name)
    if (!form) {
      this.#paint(place, marking)
      return
    }
    const { ref, stream } = form
    const kinds = this.#forms.get(ref) ?? new Set()
    if (kinds.size > 0 && stream.dict.has(PDFName.of('StructParents'))) {
      this.repeatedForms.add(place.page)
    }
    if (!kinds.has(marking.kind)) {
      this.#forms.set(ref, kinds.add(marking.kind))
      const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
      const inner = { ...place, stream: ref, resources: resources ?? place.resources }
      this.#readStream(inner, readStream(stream), marking)
    }
  }

  /** Returns a function that returns the font that an operator chooses, and looks each up once. */
  #createFontSwitch({ page, resources }: Place): (operator: Operator) => UsedFont | undefined {
    const known = new Map<string, UsedFont | undefined>()
    return (operator) => {
      const { written } = operator
      if (!known.has(written)) {
        const font = findFont(resources, operator.nameOperand)
        known.set(written, font && this.#used.use(font, page))
      }
      return known.get(written)
    }
  }
}
