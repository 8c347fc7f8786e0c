import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import type { BrowserType } from 'playwright-chromium'

/** The part of an installed Playwright that is used. */
export interface Playwright {
  chromium: BrowserType
  /** Path of its command, which installs browsers. */
  command: string
}

/** Packages that have Playwright's Chromium; Slidev itself exports with the first. */
const PACKAGES = ['playwright-chromium', 'playwright', 'playwright-core']

/**
 * Loads the Playwright of a project: the one installed in its folder or above, or beside this addon. It is no dependency
 * of the addon, because most decks that are exported have one.
 *
 * @param folder - Folder of the project.
 * @throws {Error} when there is none, saying how to install it.
 */
export function loadPlaywright(folder = process.cwd()): Playwright {
  const path = resolvePlaywright(folder)
  const { chromium }: Pick<Playwright, 'chromium'> = createRequire(path)(path)
  return { chromium, command: join(dirname(path), 'cli.js') }
}

/**
 * Returns the path of the Playwright that {@link loadPlaywright} loads, which takes a while.
 *
 * @throws {Error} when there is none, saying how to install it.
 */
export function resolvePlaywright(folder = process.cwd()): string {
  for (const origin of [join(folder, 'package.json'), import.meta.filename]) {
    const require = createRequire(origin)
    for (const name of PACKAGES) {
      const path = tryResolve(require, name)
      if (path !== undefined) {
        return path
      }
    }
  }
  throw new Error(
    'A browser is started with Playwright, which is not installed. ' +
      'Install it: npm install -D playwright-chromium',
  )
}

function tryResolve(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}
