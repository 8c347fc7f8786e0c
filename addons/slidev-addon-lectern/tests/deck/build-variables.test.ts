import { describe, expect, it } from 'vitest'

import { readVariables, toEnvironment, toHeadmatter } from '../../deck/build-variables.ts'

const ALL = {
  isPublic: true,
  pdfUrl: '/x/deck.pdf',
  imageUrl: 'https://lab.example/x/og-image.png',
  url: 'https://lab.example/x/',
}

describe('the settings of a build', () => {
  it('come through the environment as they were', () => {
    expect(readVariables(toEnvironment(ALL))).toEqual(ALL)
  })

  it('are none where Slidev is run by hand, and then say nothing', () => {
    expect(toHeadmatter(readVariables({}), {})).toEqual({})
  })

  it('do not take over those of a build around them', () => {
    expect(readVariables({ ...toEnvironment(ALL), ...toEnvironment({}) })).toEqual(
      readVariables({}),
    )
  })
})

describe('the headmatter of a build', () => {
  it('keeps the presenter out of a public site, whatever the deck says', () => {
    expect(toHeadmatter({ isPublic: true }, { presenter: true })).toEqual({ presenter: 'dev' })
  })

  it('names picture, address and PDF', () => {
    expect(toHeadmatter(ALL, {})).toMatchObject({
      download: '/x/deck.pdf',
      seoMeta: {
        ogImage: 'https://lab.example/x/og-image.png',
        ogUrl: 'https://lab.example/x/',
        twitterCard: 'summary_large_image',
      },
    })
  })

  it('leaves a picture that the author chose', () => {
    const { seoMeta } = toHeadmatter(ALL, { seoMeta: { ogImage: '/own.png', ogTitle: 'Own' } })
    expect(seoMeta).toMatchObject({ ogImage: '/own.png', ogTitle: 'Own', ogUrl: ALL.url })
  })
})
