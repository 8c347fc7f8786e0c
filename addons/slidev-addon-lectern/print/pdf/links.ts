import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFPage } from 'pdf-lib'

import { PLACE_MARK, SLIDE_ADDRESS } from '../../page/print/links.ts'
import type { DeadLink } from '../../page/print/links.ts'
import { untagLink } from './untag-link.ts'

/** Where a slide is in a PDF. */
export interface Place {
  /** 0-based. */
  page: number
  /** Distance of its upper edge from the page's lower edge, in points. */
  top: number
}

/** A link on a page. */
interface PageLink {
  page: number
  annotation: PDFDict
  /** What the link leads to, where that is an address. */
  address: string
}

/**
 * Where each slide is, read from the marks that `markPlaces` left, which are taken away.
 *
 * @returns Places by slide number.
 */
export function takePlaces(pdf: PDFDocument): Map<number, Place> {
  const places = new Map<number, Place>()
  const pages = pdf.getPages()
  for (const { page, annotation, address } of listLinks(pages)) {
    if (address.startsWith(SLIDE_ADDRESS) && address.endsWith(PLACE_MARK)) {
      const slide = Number.parseInt(address.slice(SLIDE_ADDRESS.length), 10)
      const owner = pages[page]
      if (owner) {
        places.set(slide, { page, top: Math.min(owner.getHeight(), readTop(annotation) + 2) })
        removeAnnotation(owner, annotation)
      }
    }
  }
  return places
}

/** What could not be resolved of the links to slides. */
export interface LostLinks {
  /** Slides that are linked and not in the PDF, where the link is taken away. */
  missing: Set<number>
  /** Links to elements that are on none of the slides; they are taken away, too. */
  dead: DeadLink[]
}

/**
 * Makes the links to slides jump within the PDF.
 *
 * @param ids - Slides by the ids of elements on them.
 */
export function resolveSlideLinks(
  pdf: PDFDocument,
  places: ReadonlyMap<number, Place>,
  ids: ReadonlyMap<string, number> = new Map(),
): LostLinks {
  const lost: LostLinks = { missing: new Set(), dead: [] }
  const pages = pdf.getPages()
  for (const { page, annotation, address } of listLinks(pages)) {
    if (address.startsWith(SLIDE_ADDRESS)) {
      const target = address.slice(SLIDE_ADDRESS.length)
      const name = decodeURIComponent(target.slice(1))
      const slide = target.startsWith('#') ? ids.get(name) : Number.parseInt(target, 10)
      const place = slide === undefined ? undefined : places.get(slide)
      annotation.delete(PDFName.of('A'))
      if (place) {
        annotation.set(PDFName.of('Dest'), destinationOf(pdf, place))
      } else if (slide === undefined) {
        const [own = 0] = [...places].findLast(([, at]) => at.page <= page) ?? []
        lost.dead.push({ slide: own, href: `#${name}` })
      } else {
        lost.missing.add(slide)
      }
      const owner = place ? undefined : pages[page]
      if (owner) {
        untagLink(pdf, annotation)
        removeAnnotation(owner, annotation)
      }
    }
  }
  return lost
}

/** A PDF destination that shows a place and leaves the reader's zoom alone. */
export function destinationOf(pdf: PDFDocument, { page, top }: Place): PDFArray {
  return pdf.context.obj([pdf.getPage(page).ref, PDFName.of('XYZ'), null, top, null])
}

function listLinks(pages: readonly PDFPage[]): PageLink[] {
  return pages.flatMap(({ node }, page) => {
    const annotations = node.Annots()
    const count = annotations?.size() ?? 0
    return Array.from({ length: count }, (_, index) => annotations?.lookup(index, PDFDict))
      .filter((annotation) => annotation !== undefined)
      .map((annotation) => ({ page, annotation, address: readAddress(annotation) }))
  })
}

function readAddress(annotation: PDFDict): string {
  const address = annotation
    .lookupMaybe(PDFName.of('A'), PDFDict)
    ?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)
  return address?.decodeText() ?? ''
}

function readTop(annotation: PDFDict): number {
  return annotation.lookup(PDFName.of('Rect'), PDFArray).lookup(3, PDFNumber).asNumber()
}

/** Takes an annotation, to which nothing else refers, from its page and from the file. */
function removeAnnotation({ node, doc }: PDFPage, annotation: PDFDict): void {
  const annotations = node.Annots()
  const index = annotations
    ?.asArray()
    .findIndex((entry) => doc.context.lookup(entry) === annotation)
  if (annotations && index !== undefined && index >= 0) {
    const entry = annotations.get(index)
    annotations.remove(index)
    if (entry instanceof PDFRef) {
      doc.context.delete(entry)
    }
  }
}
