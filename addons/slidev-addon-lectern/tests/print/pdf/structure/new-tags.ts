import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { readContent } from '../../../../print/pdf/content/read-content.ts'
import { describePiece } from './tags.ts'

/** Names of the entries that are listed, by their keys in the file. */
const FACTS = { Alt: 'alt', ActualText: 'actualText', Lang: 'language', ID: 'id', T: 'title' }

/** Reads the tags of a PDF, and checks that what they refer to leads back to them. */
export class TagFile {
  readonly #pdf: PDFDocument
  readonly #root: PDFDict
  /** Elements of marks and annotations, by the keys of their owners. */
  readonly #parents: ReadonlyMap<number, PDFObject>
  readonly #texts: ReadonlyMap<PDFRef, ReadonlyMap<number, string>>
  readonly #met = new Set<string>()
  readonly faults: string[] = []

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
    this.#root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    this.#parents = readPairs(this.#root.lookup(PDFName.of('ParentTree'), PDFDict), 'Nums')
    const texts = readContent(pdf).map(({ ref, pieces }) => {
      const marks = [...pieces].map(
        ([mark, list]) => [mark, list.map(describePiece).join(' ')] as const,
      )
      return [ref, new Map(marks)] as const
    })
    this.#texts = new Map(texts)
  }

  /** Writes the tree with a line for each element, indented by their depth. */
  list(): string[] {
    const kid = this.#root.get(PDFName.of('K'))
    const root = this.#pdf.catalog.get(PDFName.of('StructTreeRoot'))
    const lines = this.#list(kid, root, '')
    this.#checkAllMet()
    return lines
  }

  #list(kid: PDFObject | undefined, parent: PDFObject | undefined, indent: string): string[] {
    const dict = this.#pdf.context.lookup(kid, PDFDict)
    const type = dict.get(PDFName.of('Type'))
    if (type === PDFName.of('MCR')) {
      return [indent + this.#readContent(dict, parent)]
    }
    if (type === PDFName.of('OBJR')) {
      return [indent + this.#readAnnotation(dict, parent)]
    }
    if (dict.get(PDFName.of('P')) !== parent) {
      this.faults.push('An element does not name its parent.')
    }
    const facts = Object.entries(FACTS).flatMap(([key, name]) => {
      const value = dict.lookup(PDFName.of(key))
      const isText = value instanceof PDFString || value instanceof PDFHexString
      return isText ? [` ${name}=${value.decodeText()}`] : []
    })
    const role = dict.lookup(PDFName.of('S'), PDFName).decodeText()
    const kids = dict.lookup(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
    const direct = kids instanceof PDFDict ? [dict.get(PDFName.of('K'))] : list
    return [
      `${indent}${role}${facts.join('')}`,
      ...direct.flatMap((each) => this.#list(each, kid, `${indent}  `)),
    ]
  }

  #readContent(dict: PDFDict, parent: PDFObject | undefined): string {
    const stream = dict.get(PDFName.of('Stm')) ?? dict.get(PDFName.of('Pg'))
    const mark = dict.lookup(PDFName.of('MCID'), PDFNumber).asNumber()
    const key = this.#readKey(stream, 'StructParents')
    const owners = this.#pdf.context.lookup(this.#parents.get(key))
    this.#met.add(`${key} ${mark}`)
    if (!(owners instanceof PDFArray) || owners.get(mark) !== parent) {
      this.faults.push(`The mark ${mark} of ${key} does not lead back to its element.`)
    }
    return (stream instanceof PDFRef && this.#texts.get(stream)?.get(mark)) || 'NO CONTENT'
  }

  #readAnnotation(dict: PDFDict, parent: PDFObject | undefined): string {
    const ref = dict.get(PDFName.of('Obj'))
    const key = this.#readKey(ref, 'StructParent')
    this.#met.add(String(key))
    if (this.#parents.get(key) !== parent) {
      this.faults.push(`The annotation ${key} does not lead back to its element.`)
    }
    const page = this.#pdf.getPages().find(({ ref: each }) => each === dict.get(PDFName.of('Pg')))
    if (!(ref instanceof PDFRef && page?.node.Annots()?.asArray().includes(ref))) {
      this.faults.push(`The annotation ${key} is not on its page.`)
    }
    const contents = this.#pdf.context.lookup(ref, PDFDict).lookup(PDFName.of('Contents'))
    return `-> ${contents instanceof PDFHexString ? contents.decodeText() : ''}`
  }

  #readKey(owner: PDFObject | undefined, name: string): number {
    const object = this.#pdf.context.lookup(owner)
    const dict = object instanceof PDFRawStream ? object.dict : object
    const key = dict instanceof PDFDict ? dict.get(PDFName.of(name)) : undefined
    return key instanceof PDFNumber ? key.asNumber() : -1
  }

  /** Checks that all that leads to an element was met in the tree, and no key is used twice. */
  #checkAllMet(): void {
    const { context } = this.#pdf
    const listed = [...this.#parents].flatMap(([key, value]) => {
      const owners = context.lookup(value)
      return owners instanceof PDFArray
        ? owners.asArray().map((_, mark) => `${key} ${mark}`)
        : [String(key)]
    })
    const unmet = listed.filter((each) => !this.#met.has(each))
    this.faults.push(...unmet.map((each) => `${each} is in no element.`))
    const keys = context.enumerateIndirectObjects().flatMap(([ref]) => {
      const [page, annotation] = ['StructParents', 'StructParent'].map((name) =>
        this.#readKey(ref, name),
      )
      return [page ?? -1, annotation ?? -1].filter((key) => key >= 0)
    })
    const own = [...this.#parents.keys()]
    if (keys.toSorted((a, b) => a - b).join(' ') !== own.join(' ')) {
      this.faults.push(`Objects have the keys ${keys.join(' ')}, the tree has ${own.join(' ')}.`)
    }
    const next = this.#root.get(PDFName.of('ParentTreeNextKey'))
    if (!(next instanceof PDFNumber && own.every((key) => key < next.asNumber()))) {
      this.faults.push('The next key is in use.')
    }
  }

  /** Returns the names of elements, and the types of what they name. */
  listIds(): [string, string][] {
    const tree = this.#root.lookupMaybe(PDFName.of('IDTree'), PDFDict)
    const names = tree?.lookup(PDFName.of('Names'), PDFArray).asArray() ?? []
    return names.flatMap((name, index): [string, string][] => {
      const element = this.#pdf.context.lookup(names[index + 1])
      return name instanceof PDFString && element instanceof PDFDict
        ? [[name.decodeText(), String(element.get(PDFName.of('S')))]]
        : []
    })
  }
}

function readPairs(tree: PDFDict, name: string): Map<number, PDFObject> {
  const list = tree.lookup(PDFName.of(name), PDFArray).asArray()
  return new Map(
    list.flatMap((key, index): [number, PDFObject][] => {
      const value = list[index + 1]
      return index % 2 === 0 && key instanceof PDFNumber && value ? [[key.asNumber(), value]] : []
    }),
  )
}

/** Lists the objects of a PDF that nothing refers to. */
export function listOrphans(pdf: PDFDocument): string[] {
  const { context } = pdf
  const met = new Set<PDFObject>()
  const visit = (object: PDFObject | undefined): void => {
    if (object === undefined || met.has(object)) {
      return
    }
    met.add(object)
    if (object instanceof PDFRef) {
      visit(context.lookup(object))
    } else if (object instanceof PDFArray) {
      object.asArray().forEach(visit)
    } else if (object instanceof PDFDict) {
      object.values().forEach(visit)
    } else if (object instanceof PDFRawStream) {
      visit(object.dict)
    }
  }
  visit(context.trailerInfo.Root)
  visit(context.trailerInfo.Info)
  return context
    .enumerateIndirectObjects()
    .filter(([ref]) => !met.has(ref))
    .map(([, object]) => String(object))
}
