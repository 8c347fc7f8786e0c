import type { BrowserContext, CDPSession, Page } from 'playwright-chromium'

import { installCommandOf, listRequestedFamilies } from '../page/checks/fonts/google-fonts.ts'
import { ICON_TAG } from '../page/checks/network.ts'
import type { Observation } from '../page/observation.ts'
import { andMore } from '../page/observation.ts'

/** A request of the deck to another host. */
export interface ForeignRequest {
  url: string
  /** Number of the slide that was shown at the time. */
  shownSlide: number
  /** Requester, such as `a style sheet (assets/index.css)`. */
  requester: string
  /** Addresses of the scripts that made it, the innermost first. */
  scripts?: string[]
  /** Numbers of the slides whose elements made it. */
  requesterSlides?: readonly number[]
}

/** Blocks all requests to other hosts, because there may be no network during a talk. */
export async function refuseForeignRequests(
  context: BrowserContext,
  siteUrl: string,
): Promise<void> {
  await context.route(
    (url) => isForeign(url.href, siteUrl),
    async (route) => route.abort('internetdisconnected'),
  )
}

/**
 * Collects requests to other hosts.
 *
 * @param cdp - A DevTools session of the page.
 * @param shownSlide - Returns the number of the slide that is shown now.
 * @returns A list that grows while the page is open.
 */
export async function watchForeignRequests(
  page: Page,
  cdp: CDPSession,
  siteUrl: string,
  shownSlide: () => number,
): Promise<ForeignRequest[]> {
  const requests: ForeignRequest[] = []
  cdp.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (isForeign(request.url, siteUrl)) {
      const requester = describeInitiator(initiator, siteUrl)
      const scripts = initiator.stack?.callFrames.map((frame) => frame.url) ?? []
      requests.push({ url: request.url, shownSlide: shownSlide(), requester, scripts })
    }
  })
  await cdp.send('Network.enable')
  page.on('websocket', (socket) => {
    if (isForeign(socket.url().replace(/^ws/, 'http'), siteUrl)) {
      requests.push({ url: socket.url(), shownSlide: shownSlide(), requester: 'a web socket' })
    }
  })
  return requests
}

/** Tells whether an address is of another host. */
export function isForeign(url: string, siteUrl: string): boolean {
  return /^https?:/.test(url) && new URL(url).origin !== new URL(siteUrl).origin
}

function describeInitiator(
  { type, url, stack }: { type: string; url?: string; stack?: { callFrames: { url: string }[] } },
  siteUrl: string,
): string {
  const from = (url ?? stack?.callFrames[0]?.url ?? '').replace(siteUrl, '')
  const file = from === '' ? 'the page' : from
  if (type === 'script') {
    return `a script (${file})`
  }
  return /\.css/.test(file) ? `a style sheet (${file})` : 'the page'
}

/** A request as its cause is told from. */
type Request = Pick<ForeignRequest, 'url' | 'requester'>

/** Kinds of requests, each with its advice. All requests of a kind without a host have one cause. */
interface RequestKind {
  /** Matches the addresses. */
  pattern: RegExp
  /**
   * The element that makes them.
   *
   * @default any
   */
  requester?: string
  /** Name of the cause. */
  cause?: string
  fix: string | ((url: string) => string)
}

const KINDS: readonly RequestKind[] = [
  {
    pattern: /^https?:\/\/(?:[\w-]+\.)*fonts\.(?:googleapis|gstatic)\.com\//,
    cause: 'web fonts',
    fix: adviseOnFonts,
  },
  {
    pattern: /^/,
    requester: ICON_TAG,
    cause: 'favicon',
    fix: 'Put an icon into public/ and name it in the headmatter, such as `favicon: /favicon.svg`.',
  },
  {
    pattern: /^https?:\/\/api\.(?:iconify\.design|simplesvg\.com|unisvg\.com)\//,
    cause: 'icons',
    fix: 'Install the collection of the icon, such as `npm install @iconify-json/carbon`.',
  },
  {
    pattern: /\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#]|$)/i,
    fix: 'Save the image in public/ and write its path: `![what it shows](/image.png)`.',
  },
]

/** Returns the name of the cause of a request: its host, or what the author would change for all requests like it. */
export function causeOf(request: Request): string {
  return findKind(request)?.cause ?? new URL(request.url).host
}

function findKind({ url, requester }: Request): RequestKind | undefined {
  return KINDS.find((kind) => kind.pattern.test(url) && (kind.requester ?? requester) === requester)
}

/**
 * Describes a request to another host.
 *
 * @param others - Number of other addresses of the same cause.
 */
export function describeRequest(request: ForeignRequest, others = 0): Observation {
  const { url, requester } = request
  const cause = causeOf(request)
  const isFrame = requester === '<iframe>'
  return {
    hint: { reference: url.replace(/\/$/, '') },
    seen: `${shortenUrl(url)}${andMore(others)} ${others > 0 ? 'are' : 'is'} requested by ${requester}`,
    expected: 'no requests to other hosts, because there may be no network during the talk',
    fix: isFrame ? FRAME_FIX : adviseOn(request),
    severity: cause === 'favicon' ? 'hint' : 'warning',
    kind: cause,
  }
}

function adviseOn(request: Request): string {
  const fix = findKind(request)?.fix ?? OTHER_FIX
  return typeof fix === 'string' ? fix : fix(request.url)
}

function adviseOnFonts(url: string): string {
  const families = listRequestedFamilies(url)
  const command = families.length > 0 ? installCommandOf(families) : 'npm install @fontsource/NAME'
  return `Set \`fonts: { provider: none }\` in the headmatter, install the fonts (\`${command}\`) and import them in styles/index.ts.`
}

/** Longest address that is quoted in full. */
const LONGEST_URL = 120

/** Leaves out the middle of a long address. */
export function shortenUrl(url: string): string {
  return url.length > LONGEST_URL ? `${url.slice(0, LONGEST_URL - 20)}…${url.slice(-16)}` : url
}

const FRAME_FIX =
  'Make sure of a network, or show an image of the page and link to it. A PDF shows its address.'

const OTHER_FIX = 'Put a copy into public/ and use it, or remove the request.'
