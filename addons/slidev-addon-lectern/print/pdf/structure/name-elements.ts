import { PDFArray, PDFDict, PDFName, PDFString } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

import { decodeText } from '../entries.ts'
import { isElement } from './tag-tree.ts'
import type { TagChild } from './tag-tree.ts'

/** Elements with a name, and how it begins. */
const NAMES: Readonly<Record<string, string>> = { Note: 'note', TH: 'cell', TD: 'cell' }

/**
 * Names notes, as the standard asks, and cells of tables, by which other cells name their headers: the browser names
 * those by numbers that differ each time.
 */
export function nameElements(children: readonly TagChild[]): TagChild[] {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  return children.map((child) => number(child, counts, names)).map((child) => rename(child, names))
}

function number(
  child: TagChild,
  counts: Map<string, number>,
  names: Map<string, string>,
): TagChild {
  if (!isElement(child)) {
    return child
  }
  const children = (): TagChild[] => child.children.map((each) => number(each, counts, names))
  const kind = NAMES[child.role]
  if (kind === undefined) {
    return { ...child, children: children() }
  }
  const count = (counts.get(kind) ?? 0) + 1
  counts.set(kind, count)
  const id = `${kind}-${count}`
  if (child.id !== undefined) {
    names.set(child.id, id)
  }
  return { ...child, id, children: children() }
}

/** Replaces the names by which cells tell their headers. */
function rename(child: TagChild, names: ReadonlyMap<string, string>): TagChild {
  if (!isElement(child)) {
    return child
  }
  child.attributes.forEach((attribute) => renameHeaders(attribute, names))
  return { ...child, children: child.children.map((each) => rename(each, names)) }
}

const HEADERS = PDFName.of('Headers')

function renameHeaders(attribute: PDFObject, names: ReadonlyMap<string, string>): void {
  const headers = attribute instanceof PDFDict ? attribute.lookup(HEADERS) : undefined
  if (attribute instanceof PDFDict && headers instanceof PDFArray) {
    const renamed = headers.asArray().map((header) => {
      const name = names.get(decodeText(header) ?? '')
      return name === undefined ? header : PDFString.of(name)
    })
    attribute.set(HEADERS, attribute.context.obj(renamed))
  }
}
