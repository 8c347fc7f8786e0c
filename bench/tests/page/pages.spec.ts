import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import {
  ensureBrowser,
  launchBrowser,
} from '../../../addons/slidev-addon-lectern/browser/find-browser.ts'
import type { StaticServer } from '../../../addons/slidev-addon-lectern/browser/static-server.ts'
import { readDeck } from '../../../addons/slidev-addon-lectern/deck/read-deck.ts'
import { shareBuild } from '../../../addons/slidev-addon-lectern/tests/harness/shared-builds.ts'
import { startWalk } from '../../page/key-presses.ts'
import type { Walk } from '../../page/key-presses.ts'
import { serveFromMemory } from '../../page/memory-server.ts'
import { measureLoad, measureTransfer } from '../../page/page-load.ts'
import type { LoadOrder } from '../../page/page-load.ts'
import { MIDDLE, UNTHROTTLED } from '../../page/profiles.ts'

// Compares values with what a page is known to do; asserts no durations.

const PAGES = join(import.meta.dirname, '../fixtures')

/** A slide of the talk with an image. */
const SLIDE = 7

let browser: Browser
let pages: StaticServer
let deck: StaticServer
let titles: string[]
let walks: { page: Walk; deck: Walk }

beforeAll(async () => {
  const site = await shareBuild('talk')
  pages = await serveFromMemory(PAGES)
  deck = await serveFromMemory(site)
  titles = (await readDeck(join(site, '../slides.md'))).slides.map(({ title }) => title)
  browser = await launchBrowser(ensureBrowser(console.log))
  // At once, because both wait for some seconds without a request.
  const [ofPage, ofDeck] = await Promise.all([
    startWalk(browser, { contestant: walked, url: `${pages.url}walk`, heading: 'Walk' }),
    startWalk(browser, { contestant: walked, url: deck.url, heading: titles[0] ?? '' }),
  ])
  walks = { page: ofPage, deck: ofDeck }
})

afterEach(() => void vi.restoreAllMocks())

afterAll(async () => {
  await browser.close()
  await pages.close()
  await deck.close()
})

/** Creates an order for a load until a heading is on the screen. */
function loadOf(url: string, heading: string, profile = UNTHROTTLED): LoadOrder {
  return { url, heading, profile, isTimed: false, settleMs: 1000 }
}

/** A contestant whose slides have the same selector in the fixture and in a deck. */
const walked = {
  tool: 'ours',
  slideSelector: (number: number) => `[data-slidev-no="${number}"]`,
} as const

describe('a load', () => {
  it('counts what arrived before the slide was painted, and nothing that arrived after', async () => {
    const { before, shift } = await measureLoad(browser, loadOf(`${pages.url}late`, 'Late'))
    expect(before).toMatchObject({ requests: 2, foreignRequests: 0 })
    expect(before.scriptBytes).toBeGreaterThan(0)
    expect(before.bytes).toBeGreaterThan(before.scriptBytes)
    expect(shift).toBe(0)

    const order = { url: `${pages.url}late`, heading: 'Late' }
    const [opened] = await measureTransfer(browser, order, [2000])
    expect(opened).toMatchObject({ requests: 4, foreignRequests: 1 })
    expect(opened?.scriptBytes).toBeGreaterThan(before.scriptBytes)
  })

  it('is slowed down as its profile says before the first request', async () => {
    const events = recordEvents(browser)
    await measureLoad(browser, loadOf(`${pages.url}walk`, 'Walk', MIDDLE))
    expect(events.slice(0, events.indexOf('a request'))).toEqual(
      expect.arrayContaining([
        ['Emulation.setCPUThrottlingRate', { rate: 4 }],
        [
          'Network.emulateNetworkConditions',
          {
            offline: false,
            latency: 165,
            downloadThroughput: 1_012_500,
            uploadThroughput: 168_750,
          },
        ],
      ]),
    )
  })
})

describe('a walk', () => {
  it('measures when a slide is shown, when it is alone, and what shifted', async () => {
    const { step, readShift, countForeign } = walks.page
    expect(await readShift()).toBe(0)
    const inTurn = await step()
    expect(inTurn.settledMs).toBeGreaterThan(inTurn.shownMs)
    await step()
    await expect.poll(readShift).toBeGreaterThan(0)
    expect(countForeign()).toBe(0)
  })

  it('goes through a deck, which sends no request to another host', async () => {
    const { step, countForeign } = walks.deck
    for (let count = 0; count < 2; count += 1) {
      const { shownMs, settledMs } = await step()
      expect(settledMs).toBeGreaterThanOrEqual(shownMs)
    }
    expect(countForeign()).toBe(0)
  })
})

it('measures a slide that is opened by its address, and what the deck fetches for it', async () => {
  const order = loadOf(`${deck.url}${SLIDE}`, titles[SLIDE - 1] ?? '')
  const { before } = await measureLoad(browser, order)
  const [opened] = await measureTransfer(browser, order, [300])
  expect(before.requests).toBeGreaterThan(0)
  expect(opened?.requests).toBeGreaterThanOrEqual(before.requests)
  expect(opened?.scriptBytes).toBeGreaterThan(0)
  expect(opened?.bytes).toBeGreaterThan(opened?.scriptBytes ?? 0)
  expect(opened?.foreignRequests).toBe(0)
})

/** Records the commands sent to the pages of a browser, and the requests of the pages. */
function recordEvents(target: Browser): unknown[] {
  const events: unknown[] = []
  const open = target.newContext.bind(target)
  vi.spyOn(target, 'newContext').mockImplementation(async (options) => {
    const context = await open(options)
    const connect = context.newCDPSession.bind(context)
    vi.spyOn(context, 'newCDPSession').mockImplementation(async (page) => {
      const session = await connect(page)
      const send = session.send.bind(session)
      vi.spyOn(session, 'send').mockImplementation(async (...message) => {
        events.push(message)
        return send(...message)
      })
      return session
    })
    context.on('request', () => events.push('a request'))
    return context
  })
  return events
}
