import { describe, expect, it } from 'vitest'

import type { ConsoleMessage } from '../../checks/console.ts'
import type { SlideFinding, Mode } from '../../checks/finding.ts'
import type { ForeignRequest } from '../../checks/network.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { findMessages, findRequests } from '../../doctor/network-and-console.ts'
import type { DeckRecord } from '../../doctor/visit-deck.ts'
import { writeDeck } from '../harness/decks.ts'

const PICTURE = 'https://pictures.example.com/chart.png'

const DECK = `---
title: A talk
fonts:
  sans: Inter
favicon: https://icons.example.com/favicon.ico
---

# One

---

# Two

Text.

![a chart](${PICTURE})

---
background: https://pictures.example.com/ground
---

# Three
`

async function load(): Promise<DeckModel> {
  return writeDeck(DECK)
}

/** Creates the record of a visit with these. */
function walk(
  mode: Mode,
  met: { requests?: ForeignRequest[]; messages?: ConsoleMessage[] },
): DeckRecord {
  return {
    mode,
    observations: [],
    clicks: new Map(),
    links: [],
    requests: met.requests ?? [],
    console: met.messages ?? [],
  }
}

function linesOf(findings: readonly SlideFinding[]): [slide: number, line: number, seen: string][] {
  return findings.map(({ slide, line, seen }) => [slide, line, seen])
}

describe('a request to another host', () => {
  /** Returns the finding of a request. */
  async function findRequest(request: Partial<ForeignRequest>): Promise<SlideFinding[]> {
    const made = { url: PICTURE, shownSlide: 1, requester: 'the page', ...request }
    return findRequests(await load(), [walk('light', { requests: [made] })])
  }

  it('is one finding on the slide that mentions it, even if Slidev loads it on the first', async () => {
    const request = { url: PICTURE, shownSlide: 1, requester: 'an <img>' }
    const walks = [
      walk('light', { requests: [request, { ...request, shownSlide: 2 }] }),
      walk('dark', { requests: [{ ...request, requester: 'the page' }] }),
    ]
    expect(findRequests(await load(), walks)).toMatchInlineSnapshot(`
      [
        {
          "cause": "pictures.example.com",
          "check": "network",
          "expected": "no requests to other hosts, because there may be no network during the talk",
          "file": "slides.md",
          "fix": "Save the image in public/ and write its path: \`![what it shows](/image.png)\`.",
          "line": 16,
          "seen": "https://pictures.example.com/chart.png is requested by an <img>",
          "severity": "warning",
          "slide": 2,
        },
      ]
    `)
  })

  it.each<[string, Partial<ForeignRequest>, slide: number, line: number]>([
    ['in the frontmatter that names it', { url: 'https://pictures.example.com/ground' }, 3, 19],
    [
      'on the slide whose element asks for it, where no slide names it',
      { url: 'https://api.example.com/data.json', requesterSlides: [2] },
      2,
      12,
    ],
    ['in the headmatter that names it', { url: 'https://icons.example.com/favicon.ico' }, 1, 5],
    [
      'under the headmatter’s fonts, where the page’s head asks for a font',
      { url: 'https://fonts.googleapis.com/css2?family=Inter' },
      1,
      3,
    ],
    [
      'under the headmatter’s favicon, where the page’s head asks for an icon',
      { url: 'https://cdn.example.com/icon.png', requester: '<link rel="icon">' },
      1,
      5,
    ],
    [
      'on the slide that was shown, where it cannot be told what asks for it',
      { url: 'https://api.example.com/data.json', shownSlide: 2 },
      2,
      12,
    ],
  ])('stands %s', async (_where, request, slide, line) => {
    expect(await findRequest(request)).toMatchObject([{ check: 'network', slide, line }])
  })

  it.each([
    ['a headmatter without fonts', '---\ntitle: A talk\n---\n\n# One\n', 1],
    ['no headmatter', '\n# One\n', 2],
  ])('of the page’s head is at the top of %s', async (_what, markdown, line) => {
    const request = {
      url: 'https://fonts.gstatic.com/x.woff2',
      shownSlide: 1,
      requester: 'the page',
    }
    const findings = findRequests(await writeDeck(markdown), [
      walk('light', { requests: [request] }),
    ])
    expect(findings).toMatchObject([{ slide: 1, line }])
  })

  it('is reported on all slides whose elements ask for it', async () => {
    const request = { url: 'https://example.com/x.svg', shownSlide: 1, requester: '<img>' }
    const walks = [
      walk('light', { requests: [{ ...request, requesterSlides: [2] }, request] }),
      walk('dark', { requests: [{ ...request, requesterSlides: [2, 3] }] }),
    ]
    expect(findRequests(await load(), walks).map(({ slide }) => slide)).toEqual([2, 3])
  })

  it('is reported once per host and slide, with the number of addresses', async () => {
    const requests = [
      ['https://api.example.com/two.json', 3],
      ['https://api.example.com/one.json', 2],
      ['https://api.example.com/two.json', 2],
      ['https://api.example.com/one.json', 3],
      ['https://other.example.com/one.json', 3],
      ['https://api.example.com/three.json', 3],
    ] as const
    const made = requests.map(([url, shownSlide]) => ({ url, shownSlide, requester: 'the page' }))
    const findings = findRequests(await load(), [walk('light', { requests: made })])
    const lines = findings.map(({ slide, cause, seen }) => `${slide}: ${cause}: ${seen}`)
    const api = 'https://api.example.com'
    expect(lines.toSorted()).toEqual([
      `2: api.example.com: ${api}/one.json and 2 more are requested by the page`,
      `3: api.example.com: ${api}/two.json and 2 more are requested by the page`,
      '3: other.example.com: https://other.example.com/one.json is requested by the page',
    ])
  })

  it('has one cause with all web fonts, whatever their host', async () => {
    const urls = [
      'https://fonts.googleapis.com/css2?family=Inter',
      'https://fonts.gstatic.com/x.woff2',
    ]
    const made = urls.map((url) => ({ url, shownSlide: 1, requester: 'the page' }))
    expect(findRequests(await load(), [walk('light', { requests: made })])).toMatchObject([
      { cause: 'web fonts', line: 3, seen: expect.stringContaining(' and 1 more ') },
    ])
  })
})

describe('a message of the console', () => {
  const MARKDOWN = `# One

Text.

---

# Two

<Chart kind="bars" />

---

# Three

<Unknown />

<Chart kind="pie" />
`

  async function findMessage(message: Partial<ConsoleMessage>): Promise<SlideFinding[]> {
    const met: ConsoleMessage = { kind: 'error', text: 'oh no', shownSlide: 2, ...message }
    return findMessages(await writeDeck(MARKDOWN), [walk('light', { messages: [met] })])
  }

  it('is one finding for all states', async () => {
    const message: ConsoleMessage = { kind: 'warning', text: 'oh no\n  at x', shownSlide: 2 }
    const walks = [
      walk('light', { messages: [message, { ...message, shownSlide: 3 }] }),
      walk('dark', { messages: [{ ...message, shownSlide: 3 }] }),
    ]
    expect(findMessages(await writeDeck(MARKDOWN), walks)).toMatchInlineSnapshot(`
      [
        {
          "cause": "warning: oh no",
          "check": "console",
          "expected": "a console without errors and warnings",
          "file": "slides.md",
          "fix": "Open the slide with the browser's developer tools (F12) and follow the message.",
          "line": 7,
          "seen": "warning in the browser's console: "oh no"",
          "severity": "hint",
          "slide": 2,
        },
      ]
    `)
  })

  it.each<[string, Partial<ConsoleMessage>, slide: number, line: number]>([
    ['on the slide shown, where none has what it quotes', { text: 'oh no' }, 2, 7],
    ['on the slide that has what it quotes', { text: '<Unknown />' }, 3, 15],
    ['on the slide shown, where several have it', { text: '<Chart kind=', shownSlide: 3 }, 3, 17],
  ])('stands %s', async (_where, message, slide, line) => {
    expect(await findMessage(message)).toMatchObject([{ check: 'console', slide, line }])
  })

  it('is on the slide whose script it came from', async () => {
    const message: ConsoleMessage = {
      kind: 'uncaught error',
      text: 'x is not a function',
      shownSlide: 1,
      scripts: ['http://127.0.0.1/assets/index.js', 'http://127.0.0.1/assets/md-two.js'],
    }
    const findings = findMessages(await load(), [walk('light', { messages: [message] })], (url) =>
      url.endsWith('/md-two.js') ? 2 : undefined,
    )
    expect(findings).toMatchObject([{ slide: 2 }])
  })

  it('about a missing file is on the slide that mentions the file', async () => {
    const deck = await writeDeck('# One\n\n---\n\n# Two\n\n<Plot data="/data.json" />\n')
    const message: ConsoleMessage = {
      kind: 'failed request',
      text: '/data.json answers 404',
      shownSlide: 1,
    }
    expect(linesOf(findMessages(deck, [walk('light', { messages: [message] })]))).toEqual([
      [2, 7, 'failed request in the browser\'s console: "/data.json answers 404"'],
    ])
  })

  it('is left out if no author can act on it', async () => {
    expect(await findMessage({ text: 'Failed to load Twitter widget after 10 retries.' })).toEqual(
      [],
    )
  })

  it('is reported once per text', async () => {
    const messages = ['one', 'two', 'one'].map((text): ConsoleMessage => ({
      kind: 'error',
      text,
      shownSlide: 1,
    }))
    const findings = findMessages(await writeDeck(MARKDOWN), [walk('dark', { messages })])
    expect(findings.map(({ seen }) => seen).toSorted()).toEqual([
      'error in the browser\'s console: "one"',
      'error in the browser\'s console: "two"',
    ])
  })
})

describe('the line of a request', () => {
  const request = { shownSlide: 1, requester: 'the page' }

  it('is not that of a word with the end of its address', async () => {
    const deck = await writeDeck('# One\n\nThe metadata\n')
    const walks = [
      walk('light', { requests: [{ ...request, url: 'https://api.example.com/data' }] }),
    ]
    expect(findRequests(deck, walks)).toMatchObject([{ slide: 1, line: 1 }])
  })

  it('is not that of `fonts` for a request of a component', async () => {
    const deck = await writeDeck('---\nfonts:\n  sans: Inter\n---\n\n# One\n\n<Weather />\n')
    const url = 'https://api.example.com/weather.json'
    expect(findRequests(deck, [walk('light', { requests: [{ ...request, url }] })])).toMatchObject([
      { line: 6 },
    ])
  })

  it('is on the slide with the element, not on one that links to the same host', async () => {
    const deck = await writeDeck('# One\n\n[a](https://example.com/paper)\n\n---\n\n# Two\n')
    const requests = [{ ...request, url: 'https://example.com/', requesterSlides: [2] }]
    expect(findRequests(deck, [walk('light', { requests })])).toMatchObject([{ slide: 2 }])
  })
})
