import { PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFPage, PDFRef } from 'pdf-lib'

import type { Entries, HandMadePdf } from '../content/hand-made-pdf.ts'

/** An element as the browser writes it. */
export interface OldTag {
  type: string
  kids: readonly OldKid[]
  entries: Entries
}

/** Content of an element: the number of a mark, an element, or a dictionary that refers to content. */
export type OldKid = number | OldTag | Entries

/** Returns an element. */
export function old(type: string, kids: readonly OldKid[], entries: Entries = {}): OldTag {
  return { type, kids, entries }
}

/** Writes tags as the browser does: one object for each element, each of which names its page. Marks lead back to theirs. */
export function writeOldTags(made: HandMadePdf, page: PDFPage, kids: readonly OldKid[]): void {
  const { context, catalog } = made.pdf
  const names: (PDFRef | PDFString)[] = []
  const write = (kid: OldKid, parent: PDFRef): PDFRef | number | Entries => {
    if (typeof kid === 'number' || !isOldTag(kid)) {
      return kid
    }
    const ref = context.nextRef()
    const frame = { Type: 'StructElem', S: kid.type, P: parent, Pg: page.ref }
    const written = kid.kids.map((each) => write(each, ref))
    context.assign(ref, context.obj({ ...frame, K: written, ...kid.entries }))
    if (kid.kids.some((each) => typeof each === 'number')) {
      names.push(PDFString.of(`node${names.length}`), ref)
    }
    return ref
  }
  const rootRef = context.nextRef()
  const K = kids.map((kid) => write(kid, rootRef))
  const parents = context.register(
    context.obj(names.filter((each) => !(each instanceof PDFString))),
  )
  const numbers = context.register(context.obj({ Limits: [0, 0], Nums: [0, parents] }))
  const idLeaf = context.register(context.obj({ Names: names }))
  const root = {
    Type: 'StructTreeRoot',
    K,
    ParentTree: context.register(context.obj({ Kids: [numbers] })),
    IDTree: context.register(context.obj({ Kids: [idLeaf] })),
    RoleMap: context.register(context.obj({ Em: 'Span' })),
  }
  context.assign(rootRef, context.obj(root))
  catalog.set(PDFName.of('StructTreeRoot'), rootRef)
  made.pdf.getPages().forEach(({ node }, index) => {
    node.set(PDFName.of('StructParents'), PDFNumber.of(index))
  })
}

function isOldTag(kid: Exclude<OldKid, number>): kid is OldTag {
  return 'kids' in kid && Array.isArray(kid['kids'])
}
