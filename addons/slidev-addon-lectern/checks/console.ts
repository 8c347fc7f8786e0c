import type { Page } from 'playwright-chromium'

import type { Observation, Severity } from '../page/observation.ts'
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

/**
 * Matches messages that no author can act on: of Slidev's highlighters and editors on a slow machine, of the browser
 * about its own features, and about a network that the doctor refuses, which the check of the network reports.
 */
const NOISE_RE = new RegExp(
  [
    '^Time limit reached when tokenizing',
    '^Failed to load Twitter widget',
    'ResizeObserver loop',
    'wake ?lock',
    'Could not create web worker',
    'MonacoEnvironment',
    'ERR_INTERNET_DISCONNECTED',
    'ERR_NAME_NOT_RESOLVED',
    '^(?:TypeError: )?Failed to fetch(?: dynamically imported module: https:.*)?$',
    '^Failed to load icon',
    '\\[Violation\\]',
    'GL Driver Message|GPU stall|WebGL: ',
    'was preloaded using link preload but not used',
    'third-party cookie',
    '^\\[Deprecation\\]',
  ].join('|'),
  'i',
)

/** Tells whether a message says nothing about the deck. */
export function isNoise({ kind, text }: ConsoleMessage): boolean {
  return kind !== 'failed request' && NOISE_RE.test(text)
}

/** Returns the name of a message's cause: its first line without what differs between slides. */
export function causeOfMessage({ kind, text }: ConsoleMessage): string {
  const [first = ''] = text.split('\n')
  return `${kind}: ${kind === 'failed request' ? first : first.replaceAll(/\d+/g, '0')}`
}

const SEVERITIES: Readonly<Record<ConsoleMessage['kind'], Severity>> = {
  'uncaught error': 'error',
  'failed request': 'error',
  error: 'warning',
  warning: 'hint',
}

/** Describes a message of the console. */
export function describeMessage(message: ConsoleMessage): Observation {
  const { kind, text } = message
  const [first = ''] = text.split('\n')
  return {
    hint: { reference: kind === 'failed request' ? text.split(' ')[0] : first.slice(0, 60) },
    seen: `${kind} in the browser's console: ${quote(first)}`,
    expected: 'a console without errors and warnings',
    fix: "Open the slide with the browser's developer tools (F12) and follow the message.",
    severity: SEVERITIES[message.kind],
    kind: causeOfMessage(message),
  }
}
