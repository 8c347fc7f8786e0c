import { describe, expect, it } from 'vitest'

import { describeDeadLinks } from '../../print/address-links.ts'
import type { LostLink } from '../../print/address-links.ts'
import { placeProblems } from '../../print/print-problem.ts'
import { slideOf } from '../harness/deck-source.ts'

const LINK: LostLink = { slide: 1, href: '/data.csv', text: 'data', isFile: false }

describe('a link of a slide that a PDF cannot have', () => {
  it('is an error where the site has nothing at its address', () => {
    expect(describeDeadLinks([LINK], 'the PDF')).toMatchObject([
      {
        severity: 'error',
        message:
          'the link to /data.csv leads to no slide; it is plain text in the PDF. ' +
          'Correct it, or write the full address of a page.',
      },
    ])
  })

  it('is a hint where the site has a file there, which tells how to keep the link', () => {
    expect(describeDeadLinks([{ ...LINK, isFile: true }], 'the PPTX')).toMatchObject([
      {
        severity: 'hint',
        message:
          'the link to /data.csv is plain text in the PPTX, because files of the deck are no part of it; ' +
          'write the full address of the file to link it',
      },
    ])
  })

  it.each([
    '[data](</Übersicht der Daten.csv>)',
    '[data](/%C3%9Cbersicht%20der%20Daten.csv)',
    '[data](/Übersicht%20der%20Daten.csv)',
    '<a href="/Übersicht der Daten.csv" target="_blank">data</a>',
    '<a :href="file">data</a>',
  ])('is named as its author reads it, with the line of %s', (markdown) => {
    const href = '/%C3%9Cbersicht%20der%20Daten.csv'
    const problems = describeDeadLinks([{ ...LINK, href }], 'the PDF')
    expect(problems[0]?.message).toContain('the link to /Übersicht der Daten.csv leads')
    const slide = slideOf(`# Links\n\n${markdown}`)
    expect(placeProblems(problems, { slides: [slide] })).toMatchObject([{ line: 3 }])
  })
})
