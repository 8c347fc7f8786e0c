import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

/** Tags of Chromium that PDF 2.0 introduced, and the tags that readers of an older standard know in their place. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Title: 'H1',
  FENote: 'Note',
  Aside: 'Sect',
  DocumentFragment: 'Div',
}

/**
 * Tells readers the meaning of tags that the PDF standard before 2.0 does not name. A PDF without any text has no tags;
 * it gets an empty document, so that readers know that there is nothing to read.
 *
 * @returns Whether the browser wrote tags.
 */
export function nameRoles(pdf: PDFDocument): boolean {
  const tags = tagsOf(pdf)
  const { context, catalog } = pdf
  if (tags) {
    tags.set(PDFName.of('RoleMap'), context.obj(ROLES))
    return true
  }
  const root = context.obj({ Type: 'StructTreeRoot' })
  const rootRef = context.register(root)
  const document = context.obj({ Type: 'StructElem', S: 'Document', P: rootRef })
  root.set(PDFName.of('K'), context.register(document))
  catalog.set(PDFName.of('StructTreeRoot'), rootRef)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  return false
}

/** Turns what is tagged as a link into plain text, for a link that is removed. */
export function untagLink(pdf: PDFDocument, annotation: PDFDict): void {
  const parent = annotation.get(PDFName.of('StructParent'))
  const [, found] =
    listNumbers(tagsOf(pdf)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)).find(
      ([key]) =>
        key instanceof PDFNumber &&
        parent instanceof PDFNumber &&
        key.asNumber() === parent.asNumber(),
    ) ?? []
  const element = pdf.context.lookup(found)
  if (element instanceof PDFDict) {
    const isReference = (child: PDFObject): boolean => {
      const dict = pdf.context.lookup(child)
      return dict instanceof PDFDict && dict.lookup(PDFName.of('Obj')) === annotation
    }
    const children = listOf(element.lookup(PDFName.of('K')))
    element.set(PDFName.of('S'), PDFName.of('NonStruct'))
    element.set(PDFName.of('K'), pdf.context.obj(children.filter((child) => !isReference(child))))
  }
}

function tagsOf(pdf: PDFDocument): PDFDict | undefined {
  return pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
}

/** Lists the keys and values of a number tree, which its leaves hold in turn. */
function listNumbers(tree: PDFDict | undefined): [PDFObject, PDFObject][] {
  const own = listOf(tree?.lookup(PDFName.of('Nums')))
  const pairs = own.flatMap((key, index): [PDFObject, PDFObject][] => {
    const value = own[index + 1]
    return index % 2 === 0 && value ? [[key, value]] : []
  })
  const kids = listOf(tree?.lookup(PDFName.of('Kids')))
  return [...pairs, ...kids.flatMap((kid) => listNumbers(tree?.context.lookup(kid, PDFDict)))]
}

/** Returns the objects of what may be one object or an array. */
function listOf(object: PDFObject | undefined): PDFObject[] {
  return object instanceof PDFArray ? object.asArray() : object ? [object] : []
}
