import type { Page } from 'playwright-chromium'

import type { Observation } from '../page/observation.ts'
import { quote } from '../page/observation.ts'
import { isForeign } from './network.ts'

/** An error or warning of the page. */
export interface ConsoleMessage {
  kind: 'error' | 'warning' | 'uncaught error' | 'failed request'
  text: string
  /** Number of the slide that was shown at the time. */
  shownSlide: number
  /** Addresses of the scripts it came from, the innermost first. */
  scripts?: string[]
}

/** Matches the addresses in the stack of an error. */
const SCRIPT_RE = /https?:\/\/[^\s)]+?\.js(?=[:?)\s]|$)/g

/** Resources that other checks report: images and fonts. */
const OTHER_CHECKS = new Set(['image', 'font'])

/** Matches Chromium's message for a failed request. The response itself says more. */
const FAILED_RE = /^Failed to load resource/

/**
 * Collects errors and warnings of a page, and failed requests for files of the site. Images, fonts and other hosts have
 * checks of their own.
 *
 * @param shownSlide - Returns the number of the slide that is shown now.
 * @returns A list that grows while the page is open.
 */
export function watchConsole(
  page: Page,
  siteUrl: string,
  shownSlide: () => number,
): ConsoleMessage[] {
  const messages: ConsoleMessage[] = []
  const note = (kind: ConsoleMessage['kind'], text: string, scripts: string[] = []): void => {
    messages.push({ kind, text, shownSlide: shownSlide(), scripts })
  }
  page.on('console', (message) => {
    const kind = message.type()
    if ((kind === 'error' || kind === 'warning') && !FAILED_RE.test(message.text())) {
      note(kind, message.text(), [message.location().url])
    }
  })
  page.on('pageerror', ({ message, stack = '' }) => {
    note('uncaught error', message, stack.match(SCRIPT_RE) ?? [])
  })
  page.on('response', (response) => {
    const isOthers = OTHER_CHECKS.has(response.request().resourceType())
    if (response.status() >= 400 && !isOthers && !isForeign(response.url(), siteUrl)) {
      note('failed request', `${response.url().replace(siteUrl, '/')} answers ${response.status()}`)
    }
  })
  return messages
}

/** Describes a message of the console. */
export function describeMessage({ kind, text }: ConsoleMessage): Observation {
  const [first = ''] = text.split('\n')
  return {
    hint: { reference: kind === 'failed request' ? text.split(' ')[0] : first.slice(0, 60) },
    seen: `${kind} in the browser's console: ${quote(first)}`,
    expected: 'a console without errors and warnings',
    fix: "Open the slide with the browser's developer tools (F12) and follow the message.",
  }
}
