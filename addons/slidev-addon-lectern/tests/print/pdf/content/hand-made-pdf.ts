import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import type { PDFContext, PDFPage, PDFRef } from 'pdf-lib'

/** Entries of a dictionary. */
export type Entries = NonNullable<Parameters<PDFContext['stream']>[1]>

/** A PDF whose content streams a test writes itself. */
export class HandMadePdf {
  readonly pdf: PDFDocument
  readonly #context: PDFContext

  constructor(pdf: PDFDocument) {
    this.pdf = pdf
    this.#context = pdf.context
  }

  /** Adds a page that paints what the operators say. */
  addPage(content: string | readonly string[], resources: Entries = {}): PDFPage {
    const page = this.pdf.addPage([400, 300])
    const streams = [content].flat().map((each) => this.addStream(each))
    const [only] = streams
    page.node.set(PDFName.of('Resources'), this.#context.obj(resources))
    page.node.set(
      PDFName.of('Contents'),
      streams.length === 1 && only ? only : this.#context.obj(streams),
    )
    return page
  }

  addStream(content: string, entries: Entries = {}): PDFRef {
    return this.#context.register(
      this.#context.stream(Uint8Array.from(Buffer.from(content, 'latin1')), entries),
    )
  }

  addForm(content: string, resources: Entries = {}, more: Entries = {}): PDFRef {
    const frame = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 300] }
    return this.addStream(content, { ...frame, Resources: resources, ...more })
  }

  addImage(): PDFRef {
    const frame = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1 }
    return this.addStream('x', { ...frame, ColorSpace: 'DeviceGray', BitsPerComponent: 8 })
  }

  /** Adds a font of one byte a code: codes are those of ASCII, but for the texts of hexadecimal codes that are given. */
  addFont(texts: Readonly<Record<string, string>> = {}): PDFRef {
    const lines = Object.entries(texts).map(([code, text]) => {
      const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
      return `<${code}> <${hex}>`
    })
    const map = `1 beginbfrange <20> <7a> <0020> endbfrange\n${lines.length} beginbfchar ${lines.join('\n')} endbfchar`
    const toUnicode = this.addStream(map)
    return this.#context.register(
      this.#context.obj({ Type: 'Font', Subtype: 'Type3', ToUnicode: toUnicode }),
    )
  }

  addLink(page: PDFPage, entries: Entries = {}): PDFRef {
    const frame = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }
    const ref = this.#context.register(this.#context.obj({ ...frame, ...entries }))
    page.node.addAnnot(ref)
    return ref
  }
}

/** Creates an empty PDF that gives the same bytes each time. */
export async function createHandMade(): Promise<HandMadePdf> {
  return new HandMadePdf(await PDFDocument.create({ updateMetadata: false }))
}

/** Returns an object of a PDF that must be a dictionary. */
export function dictOf(pdf: PDFDocument, ref: PDFRef): PDFDict {
  return pdf.context.lookup(ref, PDFDict)
}
