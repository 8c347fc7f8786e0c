import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { BrowserContext } from 'playwright-chromium'

import type * as pageChecks from '../page/index.ts'
import { bundleForPage } from './page-bundle.ts'

declare global {
  interface Window {
    /** The checks' part that runs in the page. */
    deckChecks: typeof pageChecks
  }
}

const ENTRY = join(import.meta.dirname, '../page/index.ts')

let bundled: Promise<string> | undefined

/** Puts the checks into every page of a browser's context. */
export async function addPageChecks(context: BrowserContext): Promise<void> {
  bundled ??= bundleForPage(ENTRY, 'deckChecks')
  await context.addInitScript({ content: await bundled })
  await context.addInitScript(leaveOutWakeLock)
}

/** Keeps Slidev from asking for a screen that stays on: a browser without a screen may refuse it with an error. */
export function leaveOutWakeLock(): void {
  Reflect.deleteProperty(Navigator.prototype, 'wakeLock')
}

/** Puts axe-core beside the checks: half a megabyte that only the check of accessibility needs. */
export async function addAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({
    path: createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  })
}
