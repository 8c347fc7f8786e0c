import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { BuildOptions } from 'esbuild'
import type { BrowserContext } from 'playwright-chromium'

import { PACKAGE_ROOT } from '../deck/package-root.ts'
import type * as lecternPage from '../page/index.ts'

declare global {
  interface Window {
    /** Lectern's functions in a page that it inspects, prints or prerenders. */
    lecternPage: typeof lecternPage
  }
}

/** Module that a script is bundled from, and the settings that differ between scripts. */
interface PageScript {
  /** Path in the package. */
  entry: string
  options: BuildOptions
}

/** Settings of a script in the head of a page that visitors load. */
const HEAD_SCRIPT: BuildOptions = {
  minify: true,
  // Older browsers show the prerendered slide without the application.
  target: 'es2020',
  legalComments: 'none',
  // The compiler has checked what "use strict" would.
  tsconfigRaw: {},
}

/** Scripts that run in pages, by the name of their file in the published package's `dist/`. */
export const PAGE_SCRIPTS = {
  page: {
    entry: 'page/index.ts',
    options: { globalName: 'lecternPage', footer: { js: 'window.lecternPage = lecternPage' } },
  },
  'early-script': { entry: 'client/prerendered/early-script.ts', options: HEAD_SCRIPT },
  'single-file-script': { entry: 'client/single-file/early-script.ts', options: HEAD_SCRIPT },
  'snapshot-script': { entry: 'client/snapshots/early-script.ts', options: HEAD_SCRIPT },
} as const satisfies Record<string, PageScript>

/** See {@link PAGE_SCRIPTS}. */
export type PageScriptName = keyof typeof PAGE_SCRIPTS

/** Scripts that were asked for, so that each is read or bundled once. */
const scripts = new Map<PageScriptName, Promise<string>>()

/**
 * Returns a script as text: the built one of the published package, or one bundled from its sources.
 *
 * @throws {Error} when a module cannot be bundled.
 */
export async function readPageScript(name: PageScriptName): Promise<string> {
  const script = scripts.get(name) ?? loadPageScript(name)
  scripts.set(name, script)
  return script
}

async function loadPageScript(name: PageScriptName): Promise<string> {
  const built = join(PACKAGE_ROOT, 'dist', `${name}.js`)
  return existsSync(built) ? readFileSync(built, 'utf8') : bundlePageScript(name)
}

/**
 * Bundles a script from its sources, as building the package does for each of {@link PAGE_SCRIPTS}.
 *
 * @throws {Error} when a module cannot be bundled.
 */
export async function bundlePageScript(name: PageScriptName): Promise<string> {
  // The published package is built, and does not depend on esbuild.
  const { build } = await import('esbuild')
  const { entry, options } = PAGE_SCRIPTS[name]
  const { outputFiles } = await build({
    entryPoints: [join(PACKAGE_ROOT, entry)],
    bundle: true,
    format: 'iife',
    logLevel: 'error',
    ...options,
    write: false,
  })
  return outputFiles.map(({ text }) => text.trim()).join('\n')
}

/** Adds `window.lecternPage` to every page of a browser's context, and keeps Slidev from locking the screen. */
export async function addPageScript(context: BrowserContext): Promise<void> {
  const script = await readPageScript('page')
  // One script, because a browser may run several in any order.
  await context.addInitScript({ content: `${script}\nwindow.lecternPage.removeWakeLock()` })
}

/** Adds axe-core to every page of a browser's context: 0.5 MB that only the check of accessibility needs. */
export async function addAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({
    path: createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  })
}
