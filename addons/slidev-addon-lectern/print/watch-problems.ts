import type { Page, Request } from 'playwright-chromium'

import type { PrintProblem } from './print-problem.ts'

/** Watches a page from before it is opened. */
export interface ProblemWatch {
  /** Requests that are still on their way. */
  pending: () => number
  /** Whether anything went wrong so far. */
  hasProblems: () => boolean
  /** Failed requests and errors so far, each request with the slide that shows it. */
  read: () => Promise<PrintProblem[]>
}

/** Records what goes wrong on a page: failed requests, errors of scripts and of the console. */
export function watchProblems(page: Page): ProblemWatch {
  const open = new Set<Request>()
  const failed = new Map<string, string>()
  const errors: string[] = []

  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => {
    open.delete(request)
    failed.set(request.url(), request.failure()?.errorText ?? 'failed')
  })
  page.on('response', (response) => {
    if (response.status() >= 400) {
      failed.set(response.url(), `the server answered ${response.status()}`)
    }
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A failed request reports itself a second time here.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text())
    }
  })

  return {
    pending: () => open.size,
    hasProblems: () => failed.size + errors.length > 0,
    read: async () => {
      const requests = [...failed].map(async ([url, reason]) => ({
        slide: (await page.evaluate(findSlideShowing, url)) ?? undefined,
        message: `${shorten(url)} could not be loaded (${reason}).`,
      }))
      const located = await Promise.all(requests)
      return [
        ...located,
        ...errors.map((text) => ({ message: `an error was reported: ${text.split('\n')[0]}` })),
      ]
    },
  }
}

/** The slide with an element that shows what the address leads to. Runs in the page. */
function findSlideShowing(url: string): number | null {
  for (const container of document.querySelectorAll('.print-slide-container')) {
    for (const element of [container, ...container.querySelectorAll('*')]) {
      const sources = ['src', 'href', 'poster', 'data'].map((name) => element.getAttribute(name))
      const isSource = sources.some(
        (source) => source !== null && new URL(source, document.baseURI).href === url,
      )
      if (isSource || getComputedStyle(element).backgroundImage.includes(`"${url}"`)) {
        return Number.parseInt(container.id, 10)
      }
    }
  }
  return null
}

/** The address without the server of this machine, which the author did not type. */
function shorten(url: string): string {
  return url.replace(/^http:\/\/127\.0\.0\.1:\d+/, '')
}
