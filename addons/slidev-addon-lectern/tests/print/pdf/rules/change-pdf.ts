import { PDFArray, PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import type { Entries } from './tag-writer.ts'

/** A change that makes a PDF break a rule. */
export type Plant = (pdf: PDFDocument) => void

/** One fault in a PDF that has no other. */
export type PlantedFault = [what: string, plant: Plant, ...clauses: string[]]

/** Returns an element by its structure type: the first, or that of an index; the last has -1. */
export function findElement(pdf: PDFDocument, type: string, index = 0): PDFDict {
  const elements = listDicts(pdf).filter(
    (dict) => nameOf(dict, 'Type') === 'StructElem' && nameOf(dict, 'S') === type,
  )
  return found(elements.at(index), `${type} ${index}`)
}

/** Returns an annotation by its index. */
export function findLink(pdf: PDFDocument, index = 0): PDFDict {
  const links = listDicts(pdf).filter((dict) => nameOf(dict, 'Subtype') === 'Link')
  return found(links.at(index), `link ${index}`)
}

/** Returns the font of a type, such as `Type0`. */
export function findFont(pdf: PDFDocument, subtype: string): PDFDict {
  return found(
    listDicts(pdf).find((dict) => nameOf(dict, 'Subtype') === subtype),
    subtype,
  )
}

/** Sets entries of a dictionary; those that are `undefined` are removed. */
export function setEntries(dict: PDFDict, entries: Entries): void {
  const { context } = dict
  for (const [key, value] of Object.entries(entries)) {
    dict.delete(PDFName.of(key))
    if (value !== undefined) {
      dict.set(PDFName.of(key), found(context.obj({ value }).get(PDFName.of('value')), key))
    }
  }
}

/** Returns a change of an element's entries. */
export function setElement(type: string, index: number, entries: Entries): Plant {
  return (pdf) => setEntries(findElement(pdf, type, index), entries)
}

/** Moves an element into another one, in front of the child of an index. */
export function moveElement(
  pdf: PDFDocument,
  element: PDFDict,
  into: PDFDict,
  index: number,
): void {
  const ref = found(pdf.context.getObjectRef(element), 'reference')
  const kids = kidsOf(element.lookup(PDFName.of('P'), PDFDict))
  kids.remove(found(kids.indexOf(ref), 'child'))
  kidsOf(into).insert(index, ref)
  element.set(PDFName.of('P'), found(pdf.context.getObjectRef(into), 'reference'))
}

/** Adds an element without content at the end of another one. */
export function addElement(pdf: PDFDocument, type: string, into: PDFDict): PDFDict {
  const parent = found(pdf.context.getObjectRef(into), 'reference')
  const element = pdf.context.obj({ Type: 'StructElem', S: type, P: parent, K: [] })
  kidsOf(into).push(pdf.context.register(element))
  return element
}

/** Lists what is in an element. */
export function kidsOf(element: PDFDict): PDFArray {
  return element.lookup(PDFName.of('K'), PDFArray)
}

/** Replaces text in the streams of a PDF: the content of pages and forms, maps of codes, metadata. */
export function replaceText(pdf: PDFDocument, from: string | RegExp, to: string): void {
  const streams = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) => (object instanceof PDFRawStream ? [[ref, object] as const] : []))
  const [ref, stream] = found(
    streams.find(([, { contents }]) => Buffer.from(contents).toString().search(from) >= 0),
    String(from),
  )
  const text = Buffer.from(stream.contents).toString().replace(from, to)
  pdf.context.assign(ref, PDFRawStream.of(stream.dict, Buffer.from(text)))
}

/** Adds operators to the first page. */
export function addContent(pdf: PDFDocument, operators: string): void {
  replaceText(pdf, /^\/Artifact BMC/, `${operators}\n$&`)
}

function listDicts({ context }: PDFDocument): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
}

function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) {
    throw new TypeError(`The PDF has no ${what}.`)
  }
  return value
}
