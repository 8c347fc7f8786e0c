import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'

import { ensureBrowser, launchBrowser } from '../browser.ts'
import type { BuildSettings } from '../build-settings.ts'
import { readSiteBase } from '../built-site.ts'
import type { Progress } from '../progress.ts'
import { buildSite, readWarnings } from '../site.ts'
import type { DeckModel } from '../slide-model.ts'
import { serveFolder } from '../static-server.ts'
import type { StaticServer } from '../static-server.ts'
import { makeTemporaryFolder } from '../temporary-folder.ts'

/** A built deck and the browser that shows it. */
export interface Stage {
  server: StaticServer
  browser: Browser
  deck: DeckModel
}

/** Where a stage's deck comes from. */
export interface StageSource {
  deck: DeckModel
  /** Folder of the deck as it was built before; without it, it is built for this once. */
  site?: string
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
  if (source.site !== undefined) {
    return openStage(source, source.site, use)
  }
  const folder = makeTemporaryFolder()
  try {
    const site = join(folder.path, 'site')
    source.progress.start('Building the deck')
    const output = await (source.hasNotes
      ? buildSite(source.deck.entry, site)
      : buildSite(source.deck.entry, site, PUBLIC_OPTIONS, PUBLIC_SETTINGS))
    for (const warning of readWarnings(output)) {
      source.log(warning)
    }
    return await openStage(source, site, use)
  } finally {
    folder.remove()
  }
}

async function openStage<Result>(
  { deck, log, progress }: StageSource,
  site: string,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const base = readSiteBase(site)
  progress.start('Starting the browser')
  const [server, browser] = await Promise.all([
    serveFolder(site, { base }),
    launchBrowser(ensureBrowser(log)),
  ])
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
    await Promise.all([browser.close(), server.close()])
  }
}
