import type { Page, Request } from 'playwright-chromium'

import type { PrintProblem } from './print-problem.ts'

/** Record of the problems of a page. */
export interface ProblemWatch {
  /** Returns how many requests have no answer yet. */
  pending: () => number
  /** Whether there were problems so far. */
  hasProblems: () => boolean
  /** Returns failed requests and errors so far, each request with the slide that shows it. */
  read: () => Promise<PrintProblem[]>
  /** Returns the addresses on other hosts that did not answer so far: the slides are printed without them. */
  readUnreachable: () => string[]
}

/**
 * Records failed requests, and errors of scripts and of the console.
 *
 * @param page - A page that is not open yet.
 * @param siteUrl - Address of the built deck. What is fetched from elsewhere is no part of it.
 */
export function watchProblems(page: Page, siteUrl: string): ProblemWatch {
  const open = new Set<Request>()
  const failed = new Map<string, string>()
  const unreachable = new Set<string>()
  const errors: string[] = []

  const fail = (url: string, reason: string): void => {
    if (url.startsWith(siteUrl)) {
      failed.set(url, reason)
    } else {
      unreachable.add(url)
    }
  }

  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => {
    open.delete(request)
    fail(request.url(), request.failure()?.errorText ?? 'failed')
  })
  page.on('response', (response) => {
    if (response.status() >= 400) {
      fail(response.url(), `the server answered ${response.status()}`)
    }
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // The console reports a failed request, too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text())
    }
  })

  return {
    pending: () => open.size,
    hasProblems: () => failed.size + errors.length > 0,
    read: async () => {
      const requests = [...failed].map(async ([url, reason]) => ({
        slide: await page.evaluate((address) => window.lecternPage.findSlideShowing(address), url),
        message: `${shorten(url)} could not be loaded (${reason}).`,
      }))
      const located = await Promise.all(requests)
      return [
        ...located,
        ...errors.map((text) => ({ message: `an error was reported: ${text.split('\n')[0]}` })),
      ]
    },
    readUnreachable: () => [...unreachable],
  }
}

/** Removes the server of this machine from an address, because the author did not type it. */
function shorten(url: string): string {
  return url.replace(/^http:\/\/127\.0\.0\.1:\d+/, '')
}
