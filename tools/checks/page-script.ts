import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { BrowserContext } from 'playwright-chromium'
import { build } from 'vite'

import type * as pageChecks from './page/index.ts'

declare global {
  interface Window {
    /** The checks' part that runs in the page. */
    deckChecks: typeof pageChecks
  }
}

const ENTRY = join(import.meta.dirname, 'page/index.ts')

let bundled: Promise<string> | undefined

/** Puts the checks and axe-core into every page of a browser's context. */
export async function addPageChecks(context: BrowserContext): Promise<void> {
  bundled ??= bundlePageChecks()
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await context.addInitScript({
    content: `${await bundled}\nwindow.deckChecks = deckChecks;\n${axe}`,
  })
}

/** The page's part of the checks as one script. */
async function bundlePageChecks(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, name: 'deckChecks', formats: ['iife'] },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) {
    throw new Error('The checks of the page could not be bundled.')
  }
  return output.output[0].code
}
