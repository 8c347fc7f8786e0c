import { expect, it } from 'vitest'

import type { SlideFacts } from '../../../page/print/editable-slides.ts'
import { describeLosses } from '../../../print/pptx-editable/describe-losses.ts'
import type { ExportReport } from '../../../print/pptx-editable/slidev-exporter.ts'

const REPORT: ExportReport = {
  slideCount: 2,
  fallbackSlides: [],
  isolationMissed: 0,
  unparsedColors: [],
}

const SLIDE: SlideFacts = { slide: 1, heading: '', text: '', alternatives: [], losses: [] }

it('says nothing where nothing is lost', () => {
  expect(describeLosses(REPORT, [SLIDE], ['Arial', 'arial'])).toEqual([])
})

it('names the slide and the place of each loss', () => {
  const hint = { text: 'x' }
  const losses = (['picture', 'text', 'mark', 'image', 'formula'] as const).map((kind) => ({
    kind,
    hint,
    name: 'x',
  }))
  const problems = describeLosses(REPORT, [{ ...SLIDE, slide: 7, losses }], [])
  expect(problems.map(({ slide, severity, hint: place }) => [slide, severity, place])).toEqual(
    ['error', 'error', 'warning', 'hint', 'hint'].map((severity) => [7, severity, hint]),
  )
  expect(problems[1]?.message).toBe('The text "x" is not in the PPTX.')
})

it('says once that a slide is one image, whatever is on it', () => {
  const fallbackSlides = [{ no: 1, reason: '72% of the slide had to be rasterized' }]
  const losses = [{ kind: 'text', hint: {}, name: 'x' }] as const
  expect(describeLosses({ ...REPORT, fallbackSlides }, [{ ...SLIDE, losses }], [])).toEqual([
    {
      slide: 1,
      severity: 'warning',
      message:
        'The slide is one image, with its text as alternative text: 72% of the slide had to be rasterized.',
    },
  ])
})

it('names fonts and colors, whose slides Slidev does not say', () => {
  const report = {
    ...REPORT,
    unparsedColors: ['lab(50 0 0)'],
    isolationMissed: 2,
  }
  const messages = describeLosses(report, [], ['Arial', 'Inter']).map(({ message }) => message)
  expect(messages).toEqual([
    expect.stringMatching(/^2 images/),
    expect.stringContaining('lab(50 0 0)'),
    expect.stringMatching(/installed: Inter\.$/),
  ])
})
