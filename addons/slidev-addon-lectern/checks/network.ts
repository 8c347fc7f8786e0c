import type { BrowserContext, CDPSession, Page } from 'playwright-chromium'

import type { Observation } from '../page/observation.ts'

/** A request of the deck to another host. It is refused: a talk has no network. */
export interface ForeignRequest {
  url: string
  /** Number of the slide that was shown when it was made. */
  shownSlide: number
  /** What asked for it, such as `a style sheet (assets/index.css)`. */
  askedBy: string
  /** Addresses of the scripts that asked for it, the innermost first. */
  scripts?: string[]
  /** Number of the slide with the element that names it. */
  ownerSlide?: number | undefined
}

/** Refuses all requests to other hosts than the site's. */
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
 * Listens for requests to other hosts.
 *
 * @param cdp - A DevTools session of the page.
 * @param shownSlide - Tells the slide that is shown now.
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
      const askedBy = describeInitiator(initiator, siteUrl)
      const scripts = initiator.stack?.callFrames.map((frame) => frame.url) ?? []
      requests.push({ url: request.url, shownSlide: shownSlide(), askedBy, scripts })
    }
  })
  await cdp.send('Network.enable')
  page.on('websocket', (socket) => {
    if (isForeign(socket.url().replace(/^ws/, 'http'), siteUrl)) {
      requests.push({ url: socket.url(), shownSlide: shownSlide(), askedBy: 'a web socket' })
    }
  })
  return requests
}

/** Whether an address is another host's. */
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

/** The fault of a request to another host. */
export function foreignRequestFault({ url, askedBy }: ForeignRequest): Observation {
  return {
    place: { reference: url.replace(/\/$/, '') },
    seen: `${url} is asked for by ${askedBy}`,
    expected: 'nothing from another host: on session there may be no network',
    fix: adviseOn(url),
  }
}

function adviseOn(url: string): string {
  const { hostname, pathname } = new URL(url)
  if (/(?:^|\.)fonts\.(?:googleapis|gstatic)\.com$/.test(hostname)) {
    return 'Set `fonts: { provider: none }` in the headmatter and bundle the fonts, for example from @fontsource.'
  }
  if (/favicon/.test(pathname)) {
    return 'Put an icon into public/ and set `favicon: /favicon.svg` in the headmatter.'
  }
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(pathname)) {
    return 'Save the picture in public/ and name it by its path: `![what it shows](/picture.png)`.'
  }
  return 'Put a copy into public/ and use that, or replace what fetches it.'
}
