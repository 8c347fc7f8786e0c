// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { addressLinks, markDestinations } from '../../../page/print/links.ts'

const ADDRESS = 'http://slide.invalid/'

afterEach(() => document.body.replaceChildren())

/** Addresses the links of a deck of 12 slides served under /talks/x/, and lists what they became. */
function address(...links: string[]): { hrefs: (string | null)[]; dead: object[] } {
  const anchors = links.map((href) => `<a href="${href}">link</a>`).join('')
  document.body.innerHTML = `
    <div class="print-slide-container" id="002-01">${anchors}</div>
    <div class="print-slide-container" id="007-01"><b id="here"></b></div>`
  const dead = addressLinks({ base: '/talks/x/', total: 12, aliases: { method: 5 } })
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  return { hrefs, dead }
}

describe('links of a deck that is printed', () => {
  it.each([
    ['#3', 3],
    ['#/3', 3],
    ['/talks/x/12', 12],
    ['#method', 5],
    ['#/method', 5],
    ['/talks/x/method', 5],
    ['#here', 7],
  ])('typed as %s lead to slide %i', (href, slide) => {
    expect(address(href)).toEqual({ hrefs: [`${ADDRESS}${slide}`], dead: [] })
  })

  it.each(['https://example.com/3', 'mailto:ada@example.com'])('to %s stay', (href) => {
    expect(address(href)).toEqual({ hrefs: [href], dead: [] })
  })

  it('lead to the first slide from the root of the site', () => {
    expect(address('/talks/x/').hrefs).toEqual([`${ADDRESS}1`])
  })

  it.each([
    ['#13', undefined],
    ['#nowhere', undefined],
    ['#100%', undefined],
    ['/talks/x/paper.pdf#page=2', 'paper.pdf'],
    ['/talks/x/%C3%9Cbersicht%20der%20Daten.csv', '%C3%9Cbersicht%20der%20Daten.csv'],
    ['/elsewhere/paper.pdf', undefined],
  ])('to %s lose their target, and are named with their slide and text', (href, path) => {
    const found = { slide: 2, href, text: 'link', ...(path === undefined ? {} : { path }) }
    expect(address(href)).toEqual({ hrefs: [null], dead: [found] })
  })

  it('to a file are named as typed, without the # of Slidev', () => {
    expect(address('#/paper.pdf', '#./paper.pdf').dead).toMatchObject([
      { href: '/paper.pdf', path: 'paper.pdf' },
      { href: './paper.pdf', path: 'paper.pdf' },
    ])
  })
})

describe('the destinations of slides', () => {
  it('are marked once each, also where a slide has several steps', () => {
    document.body.innerHTML = `
      <div class="print-slide-container" id="002-01"></div>
      <div class="print-slide-container" id="002-02"></div>
      <section data-slide-place="3"><div class="print-slide-container" id="003-01"></div></section>`
    markDestinations()
    const marks = [...document.querySelectorAll('a')]
    expect(marks.map((mark) => [mark.href, mark.parentElement?.localName])).toEqual([
      [`${ADDRESS}2#destination`, 'div'],
      [`${ADDRESS}3#destination`, 'section'],
    ])
  })
})
