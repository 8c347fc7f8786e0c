import type { ConsoleMessage, Page, Request } from 'playwright-chromium'

import { decodePath } from '../deck/decode-path.ts'
import { SLIDE_SCRIPT_RE } from '../deck/slide-script.ts'
import type { MissingFile } from './missing-files.ts'
import type { PrintProblem } from './print-problem.ts'

/** Record of the problems of a page. */
export interface ProblemWatch {
  /** Returns the addresses that have no answer yet and that slides wait for. */
  pending: () => string[]
  /** Returns the errors of scripts so far, with the slide that causes each. */
  readErrors: () => Promise<PrintProblem[]>
  /** Returns the files that did not load so far, with the slide that shows each. */
  readFiles: () => Promise<MissingFile[]>
}

/** An error of a script, and the scripts it came from. */
interface ScriptError {
  severity: 'error' | 'warning'
  message: string
  scripts: string[]
}

/** Kinds of requests that may stay open for as long as a page is. */
const STREAMS: ReadonlySet<string> = new Set(['media', 'websocket', 'eventsource', 'ping'])

/** The browser's reason where it needs no more of a file, such as of a film that is not played. */
const ABORTED = 'net::ERR_ABORTED'

/**
 * Records failed requests, and errors of scripts and of the console.
 *
 * @param page - A page that is not open yet.
 * @param siteUrl - Address of the built deck. What is fetched from elsewhere is no part of it.
 */
export function watchProblems(page: Page, siteUrl: string): ProblemWatch {
  const open = new Set<Request>()
  const failed = new Map<string, MissingFile>()
  const errors: ScriptError[] = []

  const fail = (request: Request, reason: string): void => {
    const url = request.url()
    if (url.startsWith('http')) {
      const isOwn = url.startsWith(siteUrl)
      const isPage = request.isNavigationRequest()
      failed.set(url, { url, name: shorten(url, siteUrl), isOwn, isPage, reason })
    }
  }

  page.on('request', (request) => {
    if (isAwaited(request, page)) {
      open.add(request)
    }
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => {
    open.delete(request)
    const reason = request.failure()?.errorText ?? 'failed'
    if (reason !== ABORTED || !request.url().startsWith(siteUrl)) {
      fail(request, reason)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400) {
      fail(response.request(), `the server answered ${response.status()}`)
    }
  })
  page.on('pageerror', (error) => errors.push(toScriptError(error.stack ?? error.message)))
  page.on('console', (message) => {
    // The console reports a failed request, too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(readMessage(message))
    }
  })

  return {
    pending: () => Array.from(open, (request) => request.url()),
    readErrors: async () =>
      Promise.all(
        errors.map(async ({ severity, message, scripts }): Promise<PrintProblem> => {
          const slide = await findScriptSlide(scripts, siteUrl)
          return { slide, severity, message: `an error was reported: ${message}` }
        }),
      ),
    readFiles: async () =>
      Promise.all(
        Array.from(failed.values(), async (file) => ({
          ...file,
          slide: await page.evaluate((url) => window.lecternPage.findSlideShowing(url), file.url),
        })),
      ),
  }
}

/** Tells whether slides wait for a request: those of an embedded page and of films may never end. */
function isAwaited(request: Request, page: Page): boolean {
  if (STREAMS.has(request.resourceType())) {
    return false
  }
  if (request.isNavigationRequest()) {
    return true
  }
  try {
    return request.frame() === page.mainFrame()
  } catch {
    // A request of a worker belongs to no frame.
    return true
  }
}

/** Matches the name of an error, with which its stack begins. */
const ERROR_RE = /^(?:Uncaught )?\w*(?:Error|Exception)\b/

/** Reads a message of the console. Vue writes the errors of components there. */
function readMessage(message: ConsoleMessage): ScriptError {
  const text = message.text()
  const { url } = message.location()
  const { scripts, ...error } = toScriptError(text)
  return ERROR_RE.test(text)
    ? { ...error, scripts: [...scripts, url] }
    : { ...error, severity: 'warning', scripts: [...scripts, url] }
}

/** Takes the first line of a stack, and the addresses of its scripts. */
function toScriptError(stack: string): ScriptError {
  const [message = ''] = stack.split('\n')
  const scripts = stack.match(/https?:\/\/[^\s():]+(?::\d+\/[^\s():]+)?\.js/g) ?? []
  return { severity: 'error', message, scripts }
}

/** Finds the slide that the first of some scripts holds. Slidev builds one script for each slide. */
async function findScriptSlide(
  scripts: readonly string[],
  siteUrl: string,
): Promise<number | undefined> {
  for (const script of new Set(scripts)) {
    const response = script.startsWith(siteUrl) ? await fetch(script) : undefined
    const number = response?.ok ? SLIDE_SCRIPT_RE.exec(await response.text())?.[1] : undefined
    if (number !== undefined) {
      return Number(number)
    }
  }
  return undefined
}

/** Returns the address of a file as the author knows it: without the server of this machine. */
function shorten(url: string, siteUrl: string): string {
  const { origin } = new URL(siteUrl)
  return url.startsWith(`${origin}/`) ? decodePath(url.slice(origin.length)) : url
}
