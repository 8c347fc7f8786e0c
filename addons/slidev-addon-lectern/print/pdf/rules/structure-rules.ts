import { PDFDict, PDFName, PDFRef } from 'pdf-lib'

import { readName } from '../entries.ts'
import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { createReport } from './report.ts'

/** Structure types of PDF 1.7. */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** Every element is of a standard type, or is mapped to one. */
export function findUnknownTypes({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter(({ role }) => !STANDARD.has(role))
    .map(({ type, page }) =>
      createReport('7.1-5', page, `the tag ${type} means nothing to readers`),
    )
}

/** No role map leads in a circle, or gives a standard type another meaning. */
export function findWrongRoleMap({ root }: CheckedFile): PdfUaFault[] {
  const roles = root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  if (!roles) {
    return []
  }
  return roles.keys().flatMap((key) => {
    const type = key.decodeText()
    const steps = new Set<string>()
    let next: string | undefined = type
    while (next !== undefined && !steps.has(next)) {
      steps.add(next)
      next = readName(roles, next)
    }
    return [
      ...(next === undefined
        ? []
        : [createReport('7.1-6', undefined, `the tag ${type} stands for itself`)]),
      ...(STANDARD.has(type)
        ? [createReport('7.1-7', undefined, `the tag ${type} has another meaning`)]
        : []),
    ]
  })
}

/** Every element names the one that it is in. */
export function findLostParents({ elements, root, pdf }: CheckedFile): PdfUaFault[] {
  return elements
    .filter(({ dict, parent }) => {
      const named = dict.get(PDFName.of('P'))
      const object = named instanceof PDFRef ? pdf.context.lookup(named) : named
      return object !== (parent?.dict ?? root)
    })
    .map(({ type, page }) =>
      createReport('7.1-12', page, `the element ${type} does not name its parent`),
    )
}

/** A pair of types that cannot be in each other. */
interface Nesting {
  clause: string
  role: string
  /** Types that it must be in. */
  parents?: readonly string[]
  /** Types that alone may be in it. */
  children?: readonly string[]
}

const NESTINGS: readonly Nesting[] = [
  { clause: '7.2-3', role: 'Table', children: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  { clause: '7.2-4', role: 'TR', parents: ['Table', 'THead', 'TBody', 'TFoot'] },
  { clause: '7.2-5', role: 'THead', parents: ['Table'] },
  { clause: '7.2-6', role: 'TBody', parents: ['Table'] },
  { clause: '7.2-7', role: 'TFoot', parents: ['Table'] },
  { clause: '7.2-8', role: 'TH', parents: ['TR'] },
  { clause: '7.2-9', role: 'TD', parents: ['TR'] },
  { clause: '7.2-10', role: 'TR', children: ['TH', 'TD'] },
  { clause: '7.2-17', role: 'LI', parents: ['L'] },
  { clause: '7.2-18', role: 'LBody', parents: ['LI'] },
  { clause: '7.2-19', role: 'L', children: ['L', 'LI', 'Caption'] },
  { clause: '7.2-20', role: 'LI', children: ['Lbl', 'LBody'] },
  { clause: '7.2-26', role: 'TOCI', parents: ['TOC'] },
  { clause: '7.2-27', role: 'TOC', children: ['TOC', 'TOCI', 'Caption'] },
  { clause: '7.2-36', role: 'THead', children: ['TR'] },
  { clause: '7.2-37', role: 'TBody', children: ['TR'] },
  { clause: '7.2-38', role: 'TFoot', children: ['TR'] },
]

/** Lists, tables and their parts are in each other as the standard says. */
export function findWrongNesting({ elements }: CheckedFile): PdfUaFault[] {
  return elements.flatMap((element) =>
    NESTINGS.filter(({ role }) => role === element.role).flatMap((nesting) =>
      describeNesting(element, nesting),
    ),
  )
}

function describeNesting(
  { role, page, parent, children }: CheckedElement,
  { clause, parents, children: allowed }: Nesting,
): PdfUaFault[] {
  const wrong = allowed && children.find((child) => !allowed.includes(child.role))
  const isAstray = parents && !parents.includes(parent?.role ?? '')
  return [
    ...(wrong ? [createReport(clause, page, `${wrong.role} is in ${role}`)] : []),
    ...(isAstray ? [createReport(clause, page, `${role} is in ${parent?.role ?? 'nothing'}`)] : []),
  ]
}

/** A list or table has one caption at most, at its begin; that of a table can be at its end. */
export function findStrayCaptions({ elements }: CheckedFile): PdfUaFault[] {
  return elements.flatMap(({ role, page, children }) => {
    const places = children.flatMap((child, index) => (child.role === 'Caption' ? [index] : []))
    const isInside = places.some((place) => place > 0 && place < children.length - 1)
    const isLate = places.some((place) => place > 0)
    const seen = `a caption is in the middle of ${role}`
    return [
      ...(role === 'Table' && isInside ? [createReport('7.2-16', page, seen)] : []),
      ...(role === 'Table' && places.length > 1
        ? [createReport('7.2-39', page, 'a table has two captions')]
        : []),
      ...(role === 'L' && isLate ? [createReport('7.2-40', page, seen)] : []),
      ...(role === 'TOC' && isLate ? [createReport('7.2-28', page, seen)] : []),
    ]
  })
}
