import { describe, expect, it } from 'vitest'

import { causeOf, describeRequest, isForeign } from '../../checks/network.ts'

const SITE = 'http://127.0.0.1:4173/talks/x/'

describe('isForeign', () => {
  it.each([
    'https://example.com/chart.png',
    'http://example.com/',
    'http://127.0.0.1:4174/talks/x/chart.png',
    'https://127.0.0.1:4173/talks/x/chart.png',
    'http://127.0.0.1.example.com:4173/',
  ])('is true for %s', (url) => {
    expect(isForeign(url, SITE)).toBe(true)
  })

  it.each([
    'http://127.0.0.1:4173/talks/x/chart.png',
    'http://127.0.0.1:4173/elsewhere',
    'data:image/png;base64,AAAA',
    'blob:http://127.0.0.1:4173/1-2-3',
    'about:blank',
    'mailto:someone@example.com',
  ])('is false for %s', (url) => {
    expect(isForeign(url, SITE)).toBe(false)
  })
})

describe('the observation of a request to another host', () => {
  it('names the address, its requester and a replacement', () => {
    const observation = describeRequest({
      url: 'https://example.com/chart.png',
      shownSlide: 2,
      requester: 'an <img>',
    })
    expect(observation).toEqual({
      hint: { reference: 'https://example.com/chart.png' },
      seen: 'https://example.com/chart.png is requested by an <img>',
      expected: 'no requests to other hosts, because there may be no network during the talk',
      fix: 'Save the image in public/ and write its path: `![what it shows](/image.png)`.',
      severity: 'warning',
      kind: 'example.com',
    })
  })

  it('searches the source for the address without its trailing slash', () => {
    const { hint } = describeRequest({
      url: 'https://example.com/',
      shownSlide: 1,
      requester: 'an <iframe>',
    })
    expect(hint).toEqual({ reference: 'https://example.com' })
  })

  it.each([
    ['https://fonts.googleapis.com/css2?family=Inter', 'fonts: { provider: none }'],
    ['https://fonts.gstatic.com/s/inter/v1/x.woff2', 'fonts: { provider: none }'],
    ['https://example.com/favicon.svg', 'Save the image'],
    ['https://example.com/chart.PNG?size=2', 'Save the image'],
    ['https://example.com/chart.svg', 'Save the image'],
    ['https://example.com/chart.js', 'Put a copy into public/'],
    ['https://notfonts.googleapis.com.example.com/x', 'Put a copy into public/'],
    ['wss://example.com/live', 'Put a copy into public/'],
    ['https://api.iconify.design/carbon.json?icons=x', '@iconify-json/carbon'],
  ])('advises on %s: %s', (url, advice) => {
    expect(describeRequest({ url, shownSlide: 1, requester: 'the page' }).fix).toContain(advice)
  })

  it('counts the other addresses of its cause, and cuts a long address', () => {
    const url = `https://example.com/${'x'.repeat(200)}/chart.png`
    const { seen } = describeRequest({ url, shownSlide: 1, requester: '<img>' }, 3)
    expect(seen).toMatch(
      /^https:\/\/example\.com\/x+…x*\/chart\.png and 3 more are requested by <img>$/,
    )
    expect(seen.length).toBeLessThan(160)
  })

  it('advises on an embedded page by its element', () => {
    const request = { url: 'https://example.com/x', shownSlide: 1, requester: '<iframe>' }
    expect(describeRequest(request).fix).toContain('Make sure of a network')
  })

  it('is a hint for a favicon, which no audience sees', () => {
    const url = 'https://example.com/favicon.png'
    const request = { url, shownSlide: 1, requester: '<link rel="icon">' }
    expect(describeRequest(request)).toMatchObject({
      severity: 'hint',
      fix: expect.stringContaining('favicon: /favicon.svg'),
    })
  })
})

describe('the cause of a request', () => {
  it.each([
    ['https://fonts.googleapis.com/css2?family=Inter', '<link>', 'web fonts'],
    ['https://fonts.gstatic.com/s/inter/v1/x.woff2', 'the page', 'web fonts'],
    ['https://example.com/icon.png', '<link rel="icon">', 'favicon'],
    ['https://example.com/favicon.svg', '<img>', 'example.com'],
    ['https://api.iconify.design/carbon.json?icons=x', 'the page', 'icons'],
    ['https://example.com/one.png', '<img>', 'example.com'],
    ['https://example.com/two.json', 'the page', 'example.com'],
  ])('of %s, requested by %s, is %s', (url, requester, cause) => {
    expect(causeOf({ url, requester })).toBe(cause)
  })
})
