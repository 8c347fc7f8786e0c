import type { BrowserContext, CDPSession, Page } from 'playwright-chromium'

import type { Observation } from '../page/observation.ts'

/** A request of the deck to another host. */
export interface ForeignRequest {
  url: string
  /** Number of the slide that was shown at the time. */
  shownSlide: number
  /** Requester, such as `a style sheet (assets/index.css)`. */
  requester: string
  /** Addresses of the scripts that made it, the innermost first. */
  scripts?: string[]
  /** Number of the slide whose element made it. */
  requesterSlide?: number | undefined
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

/** Describes a request to another host. */
export function describeRequest({ url, requester }: ForeignRequest): Observation {
  return {
    hint: { reference: url.replace(/\/$/, '') },
    seen: `${url} is requested by ${requester}`,
    expected: 'no requests to other hosts, because there may be no network during the talk',
    fix: adviseOn(url),
  }
}

function adviseOn(url: string): string {
  const { hostname, pathname } = new URL(url)
  if (/(?:^|\.)fonts\.(?:googleapis|gstatic)\.com$/.test(hostname)) {
    return 'Set `fonts: { provider: none }` in the headmatter and bundle the fonts, such as those of @fontsource.'
  }
  if (/favicon/.test(pathname)) {
    return 'Put an icon into public/ and name it in the headmatter, such as `favicon: /favicon.svg`.'
  }
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(pathname)) {
    return 'Save the image in public/ and write its path: `![what it shows](/image.png)`.'
  }
  return 'Put a copy into public/ and use it, or remove the request.'
}
