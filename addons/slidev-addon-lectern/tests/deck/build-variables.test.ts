import { describe, expect, it } from 'vitest'

import { readVariables, toEnvironment, toHeadmatter } from '../../deck/build-variables.ts'

const ALL = {
  isPublic: true,
  isForPrint: true,
  isLenient: true,
  isForFigures: true,
  isSingle: true,
  pdfUrl: '/x/deck.pdf',
  imageUrl: 'https://lab.example/x/og-image.png',
  url: 'https://lab.example/x/',
}

describe('the variables of a build', () => {
  it('reach Slidev’s process unchanged', () => {
    expect(readVariables(toEnvironment(ALL))).toEqual(ALL)
  })

  it('are none where Slidev is run by hand', () => {
    expect(readVariables({})).toBeUndefined()
  })

  it('do not inherit those of the process that starts the build', () => {
    expect(readVariables({ ...toEnvironment(ALL), ...toEnvironment({}) })).toEqual(
      readVariables(toEnvironment({})),
    )
  })
})

describe('the headmatter of a build', () => {
  it('is empty where nothing is wished', () => {
    expect(toHeadmatter({}, {})).toEqual({})
  })

  it.each([true, 'true', 'auto'])(
    'keeps Slidev from starting a browser for "download: %s"',
    (download) => {
      expect(toHeadmatter({}, { download })).toEqual({ download: false })
      expect(toHeadmatter(ALL, { download })).toMatchObject({ download: ALL.pdfUrl })
    },
  )

  it('fetches no files of other hosts for a print, which must not fail without a network', () => {
    expect(toHeadmatter({ isForPrint: true }, { remoteAssets: true })).toEqual({
      remoteAssets: false,
    })
    expect(toHeadmatter({}, { remoteAssets: true })).toEqual({})
  })

  it('loads no images in advance in a single file, which has them all', () => {
    expect(toHeadmatter({ isSingle: true }, { preloadImages: true })).toEqual({
      preloadImages: false,
    })
  })

  it('leaves the address of a PDF that the author has', () => {
    expect(toHeadmatter({}, { download: '/own.pdf' })).toEqual({})
  })

  it('keeps Slidev from starting a browser for "ogImage: auto"', () => {
    const seoMeta = { ogImage: 'auto', ogTitle: 'Own' }
    expect(toHeadmatter({}, { seoMeta })).toEqual({ seoMeta: { ogTitle: 'Own' } })
    expect(toHeadmatter({}, { seoMeta: { ogImage: 'auto' } })).toEqual({ seoMeta: {} })
    expect(toHeadmatter(ALL, { seoMeta })).toMatchObject({ seoMeta: { ogImage: ALL.imageUrl } })
  })

  it('keeps the presenter out of a public site, whatever the deck says', () => {
    expect(toHeadmatter({ isPublic: true }, { presenter: true })).toEqual({ presenter: 'dev' })
  })

  it('names image, address and PDF', () => {
    expect(toHeadmatter(ALL, {})).toMatchObject({
      download: '/x/deck.pdf',
      seoMeta: {
        ogImage: 'https://lab.example/x/og-image.png',
        ogUrl: 'https://lab.example/x/',
        twitterCard: 'summary_large_image',
      },
    })
  })

  it('leaves an image that the author chose', () => {
    const { seoMeta } = toHeadmatter(ALL, { seoMeta: { ogImage: '/own.png', ogTitle: 'Own' } })
    expect(seoMeta).toMatchObject({ ogImage: '/own.png', ogTitle: 'Own', ogUrl: ALL.url })
  })
})
