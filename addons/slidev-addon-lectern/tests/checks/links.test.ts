import { describe, expect, it } from 'vitest'

import { inspectLinks, isExternal, hintOf } from '../../checks/links.ts'
import type { PageLink } from '../../page/checks/links.ts'
import type { Observation } from '../../page/observation.ts'
import { writeFolder } from '../harness/decks.ts'

const ROOT = 'http://127.0.0.1:4173/'

/** Inspects a link in a deck of 12 slides, one of which is called `results`. */
function inspect(href: string, part: Partial<PageLink> = {}, siteUrl = ROOT): Observation[] {
  return inspectLink(linkTo(href, part, siteUrl), siteUrl)
}

function inspectLink(link: PageLink, siteUrl = ROOT): Observation[] {
  const siteFolder = writeFolder({
    'index.html': '',
    'paper.pdf': '',
    'docs/index.html': '',
    'assets/the data.csv': '',
  })
  return inspectLinks([link], {
    siteUrl,
    siteFolder,
    total: 12,
    aliases: ['results', 'q&a'],
    hidden: ['bonus'],
  })
}

function linkTo(href: string, part: Partial<PageLink> = {}, siteUrl = ROOT): PageLink {
  return { href, url: new URL(href, siteUrl).href, text: 'the link', nth: 0, ...part }
}

describe('a link within the deck', () => {
  it.each([
    ['a slide', '/12'],
    ['a slide’s click', '/3?clicks=2'],
    ['a slide with a slash behind it', '/3/'],
    ['the notes’ editor', '/notes-edit'],
    ['a folder with a page', '/docs/'],
    ['the first slide', '/'],
    ['a slide by its name', '/results'],
    ['a slide by a name with signs', '/q%26a'],
    ['a slide in presenter mode', '/presenter/3'],
    ['a named slide in presenter mode', '/presenter/results'],
    ['the presenter’s view', '/presenter'],
    ['the overview', '/overview'],
    ['the printed deck', '/print?range=1-3'],
    ['a file', '/paper.pdf'],
    ['a page of a file', '/paper.pdf#page=3'],
    ['a file in a folder, with a space', '/assets/the%20data.csv'],
    ['another site', 'https://example.com/99'],
    ['a mailbox', 'mailto:someone@example.com'],
    ['a script', 'javascript:void(0)'],
    ['a telephone', 'tel:+49123'],
    ['nothing', '#'],
    ['a slide, with the router mode `hash`', '#/12'],
    ['a click of one', '/3#/12?clicks=2'],
  ])('is right if it leads to %s', (_what, href) => {
    expect(inspect(href)).toEqual([])
  })

  it.each([
    [
      'a file with a broken escape',
      '/a%zz.pdf',
      '"a%zz.pdf", which is neither a slide nor a file of the site',
    ],
    ['a slide after the last', '/13', 'slide 13, but the deck has 12'],
    ['such a slide, with the router mode `hash`', '#/13', 'slide 13, but the deck has 12'],
    ['a slide before the first', '/0', 'slide 0, but the deck has 12'],
    ['such a slide in presenter mode', '/presenter/13', 'slide 13, but the deck has 12'],
    ['a name no slide has', '/result', '"result", which is neither a slide nor a file of the site'],
    [
      'a file that is not there',
      '/other.pdf',
      '"other.pdf", which is neither a slide nor a file of the site',
    ],
    [
      'a file of another folder',
      '/assets/paper.pdf',
      '"assets/paper.pdf", which is neither a slide nor a file of the site',
    ],
    ['a folder', '/assets', '"assets", which is neither a slide nor a file of the site'],
  ])('is reported if it leads to %s', (_what, href, problem) => {
    expect(inspect(href)).toEqual([
      {
        hint: { text: 'the link', nth: 0 },
        seen: `the link "the link" leads to ${problem}`,
        expected: 'a slide, file or anchor that exists',
        fix: `Correct the target "${href}".`,
      },
    ])
  })

  it('is reported if Slidev’s router takes a file for a slide', () => {
    expect(inspect('/paper.pdf', { isRouted: false })).toEqual([])
    expect(inspect('/paper.pdf', { isRouted: true })).toEqual([
      {
        hint: { text: 'the link', nth: 0 },
        seen: 'the link "the link" leads to the file "paper.pdf", but opens Slidev\'s page for missing slides',
        expected: 'a slide, file or anchor that exists',
        fix: 'Markdown links are for slides. Write <a href="/paper.pdf" target="_blank">.',
      },
    ])
  })

  it('is reported if it leads to a slide that is left out', () => {
    expect(inspect('/bonus')).toMatchObject([
      {
        seen: 'the link "the link" leads to the slide "bonus", which is hidden',
        fix: 'Remove the link, or show the slide: remove its `hide` or `disabled`.',
      },
    ])
  })

  it('gets the address of the slide whose number it is', () => {
    expect(inspect('/3#11', { hasAnchor: false })).toMatchObject([
      { seen: expect.stringContaining('"#11"'), fix: 'For slide 11, write "/11".' },
    ])
  })

  it('is reported if its slide has no such anchor', () => {
    expect(inspect('#here', { hasAnchor: true })).toEqual([])
    expect(inspect('/3#gone', { hasAnchor: false })).toEqual([
      {
        hint: { text: 'the link', nth: 0 },
        seen: 'the link "the link" leads to the anchor "#gone", which is not on this slide',
        expected: 'a slide, file or anchor that exists',
        fix: 'Correct the target "/3#gone".',
      },
    ])
  })

  it('is reported if it is not an address', () => {
    const link = { href: 'http://', url: 'http://', text: 'the link', nth: 0 }
    expect(inspectLink(link)).toMatchObject([
      { seen: 'the link "the link" leads to "http://", which is not an address' },
    ])
  })

  it('is named by its target if it has no text', () => {
    expect(inspect('/13', { text: '' })).toMatchObject([
      {
        hint: { reference: '/13', nth: 0 },
        seen: 'the link "/13" leads to slide 13, but the deck has 12',
      },
    ])
  })
})

describe('a link of a deck under a path', () => {
  const SITE = `${ROOT}talks/x/`

  it.each([
    '/talks/x/12',
    '/talks/x/',
    '/talks/x/results',
    '/talks/x/paper.pdf',
    '3',
    '/elsewhere',
  ])('is right if it leads to %s', (href) => {
    expect(inspect(href, {}, SITE)).toEqual([])
  })

  it.each([
    ['/talks/x/13', 'slide 13, but the deck has 12'],
    ['/talks/x/other.pdf', '"other.pdf", which is neither a slide nor a file of the site'],
  ])('is reported if it leads to %s', (href, problem) => {
    expect(inspect(href, {}, SITE)).toMatchObject([
      { seen: `the link "the link" leads to ${problem}` },
    ])
  })
})

describe('isExternal', () => {
  it.each([
    ['https://example.com/', true],
    ['http://example.com/', true],
    ['/3', false],
    ['#here', false],
    ['mailto:someone@example.com', false],
  ])('says of %s: %s', (href, expected) => {
    expect(isExternal(linkTo(href), ROOT)).toBe(expected)
  })
})

describe('hintOf', () => {
  it.each([
    ['the text of the link, counted', { text: 'here', nth: 2 }, { text: 'here', nth: 2 }],
    ['the target of a linked image', { text: '', nth: 1 }, { reference: '/3', nth: 1 }],
  ])('is %s', (_what, part, hint) => {
    expect(hintOf(linkTo('/3', part))).toEqual(hint)
  })
})
