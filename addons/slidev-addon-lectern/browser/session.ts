import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'

import { buildDeck } from '../deck/build-deck.ts'
import type { BuildVariables } from '../deck/build-variables.ts'
import { listBuildWarnings } from '../deck/build-warnings.ts'
import { listPublicOptions, PUBLIC_VARIABLES } from '../deck/public-build.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { readSiteBase } from '../output/built-site.ts'
import type { Progress } from '../output/progress.ts'
import { makeTemporaryFolder } from '../output/temporary-folder.ts'
import type { TemporaryFolder } from '../output/temporary-folder.ts'
import { resolvePlaywright } from './find-playwright.ts'
import { readPageScript } from './page-script.ts'
import { serveFolder } from './static-server.ts'
import type { StaticServer } from './static-server.ts'

/** A built deck and the browser that shows it. */
export interface Session {
  server: StaticServer
  browser: Browser
  deck: DeckModel
}

/** Where a session's deck comes from. */
export interface SessionSource {
  deck: DeckModel
  /** Folder of the built deck, or a promise of it; without it, the deck is built for this session. */
  site?: string | Promise<string>
  /** Whether a deck that is built for this session has the speaker's notes. */
  hasNotes: boolean
  /** Whether a deck that is built for this session has the page of its figures, which are what is looked at. */
  isForFigures?: boolean
  progress: Progress
  /** Gets warnings of the build, and a line for each program that is installed. */
  log: (line: string) => void
}

/** Matches Playwright's messages when the process of a page or of the browser ended. */
const ENDED_RE = /Target crashed|Page crashed|has been closed/

/** Serves a built deck to a browser while it is used. */
export async function withSession<Result>(
  source: SessionSource,
  use: (session: Session) => Promise<Result>,
): Promise<Result> {
  // Fails here, before the deck is built.
  resolvePlaywright()
  // The browser starts while the deck is built.
  const [site, browser] = await Promise.allSettled([prepareSite(source), startBrowser(source.log)])
  try {
    return await useSession(valueOf(site).path, valueOf(browser), source.deck, use)
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

/** Variables of a build for a print, which comes whatever is missing. */
const FOR_PRINT: BuildVariables = { isForPrint: true, isLenient: true }

/** Returns the site as it was built before, or builds one that is removed after the session. */
async function prepareSite({
  deck,
  site,
  hasNotes,
  isForFigures = false,
  progress,
  log,
}: SessionSource): Promise<TemporaryFolder> {
  if (site !== undefined) {
    return { path: await site, remove: () => {} }
  }
  const folder = makeTemporaryFolder()
  const path = join(folder.path, 'site')
  try {
    progress.start('Building the deck')
    const variables = { ...(hasNotes ? {} : PUBLIC_VARIABLES), ...FOR_PRINT, isForFigures }
    const output = await buildDeck(
      deck,
      path,
      hasNotes ? [] : listPublicOptions(deck),
      variables,
      log,
    )
    // Those are about the slides.
    for (const warning of isForFigures ? [] : listBuildWarnings(deck, output, ['images'])) {
      log(warning)
    }
    return { path, remove: folder.remove }
  } catch (error) {
    folder.remove()
    throw error
  }
}

async function startBrowser(log: (line: string) => void): Promise<Browser> {
  // Loaded here, so that the deck is being built meanwhile.
  const { ensureBrowser, launchBrowser } = await import('./find-browser.ts')
  // Bundled while the browser starts; a failure is thrown where the script is used.
  readPageScript('page').catch(() => {})
  return launchBrowser(ensureBrowser(log))
}

async function useSession<Result>(
  site: string,
  browser: Browser,
  deck: DeckModel,
  use: (session: Session) => Promise<Result>,
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
