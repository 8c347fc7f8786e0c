import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'

import type { ContentStream } from '../content/content-stream.ts'
import { findLanguage } from '../content/script-language.ts'
import { readName, readString } from '../entries.ts'
import { createContent, createElement } from './tag-tree.ts'
import type { TagChild, TagElement } from './tag-tree.ts'

/** Tags of Chromium that PDF 2.0 introduced, and those of the older standard in their place. */
const ROLES: Readonly<Record<string, string>> = {
  Aside: 'Sect',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
}

/**
 * Reads the tags that the browser wrote, and takes them out of the file.
 *
 * @param streams - What the pages and their forms paint.
 * @param language - Of the document, BCP 47.
 * @returns The element of the document; `undefined` where the browser wrote none.
 */
export function takeTags(
  pdf: PDFDocument,
  streams: readonly ContentStream[],
  language: string,
): TagElement | undefined {
  const root = pdf.catalog.lookupMaybe(ROOT, PDFDict)
  if (!root) {
    return undefined
  }
  const reader = new TagReader(pdf.context, streams, language)
  const children = reader.readChildren(root, {})
  reader.removeRead()
  removeTree(pdf.context, pdf.catalog.get(ROOT))
  pdf.catalog.delete(ROOT)
  removeKeys(pdf.context)
  const [document] = children
  return document?.kind === 'element' && document.role === 'Document' && children.length === 1
    ? document
    : createElement('Document', children)
}

/** Page and language that an element's parts have from the elements around them. */
interface Surroundings {
  page?: PDFRef
  /** BCP 47; `undefined` where it is the document's. */
  language?: string
}

const ROOT = PDFName.of('StructTreeRoot')

/** Keys by which the root of the tags leads to its number tree and name tree. */
const TREES = ['ParentTree', 'IDTree', 'Kids', 'Nums', 'RoleMap']

/** Removes the root of the tags, whose elements are gone, with the trees that it holds. */
function removeTree(context: PDFContext, node: PDFObject | undefined): void {
  const object = context.lookup(node)
  if (node instanceof PDFRef) {
    context.delete(node)
  }
  if (object instanceof PDFDict) {
    TREES.forEach((key) => removeTree(context, object.get(PDFName.of(key))))
  } else if (object instanceof PDFArray) {
    object.asArray().forEach((each) => removeTree(context, each))
  }
}

/** Removes the keys by which pages, forms and annotations led to their elements. */
function removeKeys(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (dict instanceof PDFDict) {
      dict.delete(PDFName.of('StructParent'))
      dict.delete(PDFName.of('StructParents'))
    }
  }
}

class TagReader {
  readonly #context: PDFContext
  readonly #streams: ReadonlyMap<PDFRef, ContentStream>
  readonly #language: string
  readonly #read = new Set<PDFRef>()

  constructor(context: PDFContext, streams: readonly ContentStream[], language: string) {
    this.#context = context
    this.#language = language
    this.#streams = new Map(streams.map((stream) => [stream.ref, stream]))
  }

  /** Reads the parts of an element; a page that it names is that of its parts. */
  readChildren(dict: PDFDict, around: Surroundings): TagChild[] {
    const own = dict.get(PDFName.of('Pg'))
    const kids = dict.lookup(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : [dict.get(PDFName.of('K'))]
    const page = own instanceof PDFRef ? own : around.page
    return list.flatMap((kid) => this.#readChild(kid, { ...around, page }))
  }

  /** Removes from the file what was read. */
  removeRead(): void {
    this.#read.forEach((ref) => this.#context.delete(ref))
  }

  #readChild(kid: PDFObject | undefined, around: Surroundings): TagChild[] {
    if (kid instanceof PDFRef) {
      if (this.#read.has(kid)) {
        return []
      }
      this.#read.add(kid)
    }
    const object = this.#context.lookup(kid)
    if (object instanceof PDFNumber) {
      return this.#readContent(around.page, object, around)
    }
    if (!(object instanceof PDFDict)) {
      return []
    }
    const annotation = object.get(PDFName.of('Obj'))
    if (annotation instanceof PDFRef) {
      // One that was removed, such as the link to a slide that is not printed, leaves its words.
      return this.#context.lookup(annotation) ? [{ kind: 'reference', annotation }] : []
    }
    const mark = object.lookup(PDFName.of('MCID'))
    if (mark instanceof PDFNumber) {
      const stream = object.get(PDFName.of('Stm')) ?? object.get(PDFName.of('Pg')) ?? around.page
      return this.#readContent(stream, mark, around)
    }
    return [this.#readElement(object, around)]
  }

  #readContent(stream: PDFObject | undefined, mark: PDFNumber, around: Surroundings): TagChild[] {
    const pieces =
      stream instanceof PDFRef ? this.#streams.get(stream)?.pieces.get(mark.asNumber()) : undefined
    if (!pieces) {
      return []
    }
    const foreign = pieces.filter(({ isEastAsian }) => isEastAsian)
    const language =
      foreign.length === 0 || around.language !== undefined
        ? undefined
        : findLanguage(foreign.map(({ text }) => text).join(''), this.#language)
    if (language === undefined) {
      return [createContent(pieces)]
    }
    return pieces.map((piece) => {
      const content = createContent([piece])
      return piece.isEastAsian ? createElement('Span', [content], { language }) : content
    })
  }

  #readElement(dict: PDFDict, around: Surroundings): TagElement {
    const role = readName(dict, 'S') ?? 'NonStruct'
    const attributes = dict.lookup(PDFName.of('A'))
    const own = readString(dict, 'Lang')
    const language = own === this.#language && around.language === undefined ? undefined : own
    const children = this.readChildren(dict, { ...around, ...(language ? { language } : {}) })
    return createElement(ROLES[role] ?? role, children, {
      alt: readString(dict, 'Alt'),
      actualText: readString(dict, 'ActualText'),
      language,
      id: readString(dict, 'ID'),
      title: readString(dict, 'T'),
      attributes:
        attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [],
    })
  }
}
