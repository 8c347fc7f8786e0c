import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'

/** Headings begin with the first level, and none is skipped from one to the next below it. */
export function findSkippedHeadings(file: CheckedFile): PdfUaFault[] {
  let level = 0
  return file.elements.flatMap((element) => {
    const own = levelOf(element)
    if (own === undefined) {
      return []
    }
    const before = level
    level = own
    const expected = '#'.repeat(before + 1)
    return own > before + 1
      ? [
          {
            clause: '7.4.2-1',
            page: element.page,
            seen:
              before === 0
                ? `the first heading is of level ${own}`
                : `a heading of level ${own} follows one of level ${before}`,
            fix: `Write ${expected} in place of ${'#'.repeat(own)}, and style it if it should be smaller.`,
            text: file.readWords(element),
          },
        ]
      : []
  })
}

/** Headings have levels, or none has; an element has one heading without. */
export function findMixedHeadings({ elements }: CheckedFile): PdfUaFault[] {
  const plain = elements.find(({ role }) => role === 'H')
  const leveled = elements.some((element) => levelOf(element) !== undefined)
  const crowded = elements.filter(
    ({ children }) => children.filter(({ role }) => role === 'H').length > 1,
  )
  const fix = 'Give each heading a level.'
  return [
    ...crowded.map(({ page }) => ({
      clause: '7.4.4-1',
      page,
      seen: 'two headings lack a level',
      fix,
    })),
    ...(plain && leveled
      ? [{ clause: '7.4.4-2', page: plain.page, seen: 'a heading lacks its level', fix }]
      : []),
  ]
}

function levelOf({ role }: CheckedElement): number | undefined {
  const [, level] = /^H([1-6])$/.exec(role) ?? []
  return level === undefined ? undefined : Number(level)
}
