import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import type { Destination } from '../../../print/pdf/links.ts'
import { buildOutline, writeOutline } from '../../../print/pdf/outline.ts'
import type { OutlineItem } from '../../../print/pdf/outline.ts'
import { listOutline } from '../../harness/pdf.ts'

const SLIDES = [
  { number: 1, title: 'Talk', layout: 'cover' },
  { number: 2, title: 'Contents' },
  { number: 3, title: 'Problem', layout: 'cover' },
  { number: 4, title: 'Goals' },
  { number: 5, title: '' },
  { number: 6, title: 'End', layout: 'cover' },
]

function locate(numbers: readonly number[]): Map<number, Destination> {
  return new Map(numbers.map((number, page) => [number, { page, top: 400, left: 0 }]))
}

function draw(items: readonly OutlineItem[], indent = ''): string[] {
  return items.flatMap(({ title, destination: { page }, children }) => [
    `${indent}${title} (${page})`,
    ...draw(children, `${indent}  `),
  ])
}

describe('an outline', () => {
  it('nests the slides in their sections, and names a slide without title by its number', () => {
    expect(draw(buildOutline(SLIDES, locate([1, 2, 3, 4, 5, 6]), ['cover']))).toEqual([
      'Talk (0)',
      'Contents (1)',
      'Problem (2)',
      '  Goals (3)',
      '  Slide 5 (4)',
      'End (5)',
    ])
  })

  it('has the printed slides alone, each with the title of its section', () => {
    expect(draw(buildOutline(SLIDES, locate([4, 5]), ['cover']))).toEqual([
      'Problem (0)',
      '  Goals (0)',
      '  Slide 5 (1)',
    ])
  })

  it('lists a slide in the section that it names and begins, and an appendix by its title', () => {
    const slides = [
      { number: 1, title: 'Talk' },
      { number: 2, title: 'Costs', section: 'Results' },
      { number: 3, title: 'Speed' },
      { number: 4, title: 'Appendix' },
      { number: 5, title: 'Tables' },
    ]
    expect(draw(buildOutline(slides, locate([1, 2, 3, 4, 5]), ['cover']))).toEqual([
      'Talk (0)',
      'Results (1)',
      '  Costs (1)',
      '  Speed (2)',
      'Appendix (3)',
      '  Tables (4)',
    ])
  })

  it('is read from the PDF as it was written', async () => {
    const pdf = await PDFDocument.create()
    for (let page = 0; page < 6; page += 1) {
      pdf.addPage([700, 400])
    }
    writeOutline(pdf, buildOutline(SLIDES, locate([1, 2, 3, 4, 5, 6]), ['cover']))
    expect(await listOutline(await pdf.save())).toEqual([
      'Talk → 1',
      'Contents → 2',
      'Problem → 3',
      '  Goals → 4',
      '  Slide 5 → 5',
      'End → 6',
    ])
  })
})
