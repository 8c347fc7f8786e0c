import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'

import type { BuildSettings } from '../build-settings.ts'
import { readSiteBase } from '../built-site.ts'
import type { Progress } from '../progress.ts'
import { buildSite, readWarnings } from '../site.ts'
import type { DeckModel } from '../slide-model.ts'
import { serveFolder } from '../static-server.ts'
import type { StaticServer } from '../static-server.ts'
import { makeTemporaryFolder } from '../temporary-folder.ts'
import type { TemporaryFolder } from '../temporary-folder.ts'

/** A built deck and the browser that shows it. */
export interface Stage {
  server: StaticServer
  browser: Browser
  deck: DeckModel
}

/** Where a stage's deck comes from. */
export interface StageSource {
  deck: DeckModel
  /** Folder of the built deck, maybe still being built; without it, it is built for this once. */
  site?: string | Promise<string>
  /** Whether the speaker's notes are in the deck that is built for this once. */
  hasNotes: boolean
  progress: Progress
  /** Gets warnings of the build, and what is installed. */
  log: (line: string) => void
}

/** What Playwright says when a page's process ended. */
const ENDED_RE = /Target crashed|Page crashed|has been closed/

/** The public site and what is printed from it are built alike. */
export const PUBLIC_OPTIONS: readonly string[] = ['--without-notes']

/** See {@link PUBLIC_OPTIONS}. */
export const PUBLIC_SETTINGS: BuildSettings = { isPublic: true }

/** Serves a built deck to a browser for as long as it is used. */
export async function withStage<Result>(
  source: StageSource,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  // The browser starts while the deck is built.
  const [site, browser] = await Promise.allSettled([prepareSite(source), startBrowser(source.log)])
  try {
    return await useStage(valueOf(site).path, valueOf(browser), source.deck, use)
  } finally {
    if (browser.status === 'fulfilled') {
      await browser.value.close()
    }
    if (site.status === 'fulfilled') {
      site.value.remove()
    }
  }
}

function valueOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') {
    throw settled.reason
  }
  return settled.value
}

/** The site as it was built before, or one that is built for this once and gone afterwards. */
async function prepareSite({
  deck,
  site,
  hasNotes,
  progress,
  log,
}: StageSource): Promise<TemporaryFolder> {
  if (site !== undefined) {
    return { path: await site, remove: () => {} }
  }
  const folder = makeTemporaryFolder()
  const path = join(folder.path, 'site')
  try {
    progress.start('Building the deck')
    const output = await (hasNotes
      ? buildSite(deck.entry, path, [], {}, log)
      : buildSite(deck.entry, path, PUBLIC_OPTIONS, PUBLIC_SETTINGS, log))
    for (const warning of readWarnings(output)) {
      log(warning)
    }
    return { path, remove: folder.remove }
  } catch (error) {
    folder.remove()
    throw error
  }
}

async function startBrowser(log: (line: string) => void): Promise<Browser> {
  // Loading Playwright takes a while, in which the deck is already being built.
  const { ensureBrowser, launchBrowser } = await import('../browser.ts')
  return launchBrowser(ensureBrowser(log))
}

async function useStage<Result>(
  site: string,
  browser: Browser,
  deck: DeckModel,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const server = await serveFolder(site, { base: readSiteBase(site) })
  try {
    return await use({ server, browser, deck })
  } catch (error) {
    if (!browser.isConnected() || ENDED_RE.test(String(error))) {
      throw new Error(
        'The browser ended in the middle of the work. Run the command again; ' +
          'if it ends again, the machine may have too little memory.',
        { cause: error },
      )
    }
    throw error
  } finally {
    await server.close()
  }
}
