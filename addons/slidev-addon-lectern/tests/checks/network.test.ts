import { describe, expect, it } from 'vitest'

import { foreignRequestFault, isForeign } from '../../checks/network.ts'

const SITE = 'http://127.0.0.1:4173/talks/x/'

describe('isForeign', () => {
  it.each([
    'https://example.com/chart.png',
    'http://example.com/',
    'http://127.0.0.1:4174/talks/x/chart.png',
    'https://127.0.0.1:4173/talks/x/chart.png',
    'http://127.0.0.1.example.com:4173/',
  ])('says of %s that it is another host’s', (url) => {
    expect(isForeign(url, SITE)).toBe(true)
  })

  it.each([
    'http://127.0.0.1:4173/talks/x/chart.png',
    'http://127.0.0.1:4173/elsewhere',
    'data:image/png;base64,AAAA',
    'blob:http://127.0.0.1:4173/1-2-3',
    'about:blank',
    'mailto:someone@example.com',
  ])('says of %s that no other host is asked', (url) => {
    expect(isForeign(url, SITE)).toBe(false)
  })
})

describe('the fault of a request to another host', () => {
  it('names the address, what asks for it and how to do without', () => {
    const fault = foreignRequestFault({
      url: 'https://example.com/chart.png',
      shownSlide: 2,
      askedBy: 'an <img>',
    })
    expect(fault).toEqual({
      place: { reference: 'https://example.com/chart.png' },
      seen: 'https://example.com/chart.png is asked for by an <img>',
      expected: 'nothing from another host: on session there may be no network',
      fix: 'Save the picture in public/ and name it by its path: `![what it shows](/picture.png)`.',
    })
  })

  it('looks for an address as authors type it, without the slash at its end', () => {
    const { place } = foreignRequestFault({
      url: 'https://example.com/',
      shownSlide: 1,
      askedBy: 'an <iframe>',
    })
    expect(place).toEqual({ reference: 'https://example.com' })
  })

  it.each([
    ['https://fonts.googleapis.com/css2?family=Inter', 'fonts: { provider: none }'],
    ['https://fonts.gstatic.com/s/inter/v1/x.woff2', 'fonts: { provider: none }'],
    ['https://cdn.jsdelivr.net/gh/slidevjs/slidev/assets/favicon.png', 'favicon: /favicon.svg'],
    ['https://example.com/chart.PNG?size=2', 'Save the picture'],
    ['https://example.com/chart.svg', 'Save the picture'],
    ['https://example.com/chart.js', 'Put a copy into public/'],
    ['https://notfonts.googleapis.com.example.com/x', 'Put a copy into public/'],
    ['wss://example.com/live', 'Put a copy into public/'],
  ])('advises on %s: %s', (url, advice) => {
    expect(foreignRequestFault({ url, shownSlide: 1, askedBy: 'the page' }).fix).toContain(advice)
  })
})
