import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import getPort from 'get-port'
import type { Browser, Page } from 'playwright-chromium'

import type { Contestant } from '../contestants/contestant.ts'
import {
  evaluateAcrossReloads,
  openWatchedPage,
  readFirstSlide,
  waitUntilQuiet,
} from '../page/watched-page.ts'
import type { WatchedPage } from '../page/watched-page.ts'
import { startCommand } from './node-command.ts'

/** Time limit until a server listens, in ms. */
const START_LIMIT_MS = 60_000

/** Interval between two attempts to connect, in ms. */
const TRY_AGAIN_MS = 20

/** Time without a request after which a page is ready for edits, in ms. */
const QUIET_MS = 1500
/** Time after which a page that goes on requesting counts as ready all the same, in ms. */
const QUIET_LIMIT_MS = 20_000

/** Time limit until an edit is on the screen, in ms. */
const EDIT_LIMIT_MS = 20_000

/** A development server with one page open. */
export interface DevSession {
  contestant: Contestant
  /** Time from the start of the command to the first slide on the screen, in ms. */
  firstSlideMs: number
  /**
   * Changes a line of the author's file, and changes it back.
   *
   * @returns The time from the save to the change on the screen, in ms.
   */
  edit: (text: string) => Promise<number>
  /** Waits until the page is quiet. */
  rest: () => Promise<void>
  /** Opens the slide with the line that is edited. */
  showEdited: () => Promise<void>
  close: () => Promise<void>
}

/** A line of the deck that an edit changes. */
export interface EditedLine {
  /** Number of its slide. */
  slide: number
  text: string
}

/**
 * Starts a development server and waits for its first slide.
 *
 * @param line - The line that edits change.
 * @param temporary - Folder for temporary files of the server.
 */
export async function startDevSession(
  browser: Browser,
  contestant: Contestant,
  heading: string,
  line: EditedLine,
  temporary: string,
): Promise<DevSession> {
  const port = await getPort()
  const command = contestant.dev(port)
  const origin = `http://localhost:${port}`
  const url = `${origin}/${command.page}`
  const watched = await openWatchedPage(browser, origin, heading)
  const startedAt = Date.now()
  const server = startCommand(command, temporary)
  const close = async (): Promise<void> => {
    await watched.close()
    await server.end()
  }
  try {
    await openOnceListening(watched.page, url, port, () => server.child.exitCode !== null)
    const seenMs = await readFirstSlide(watched.page, url)
    const startMs = await watched.page.evaluate(() => performance.timeOrigin)
    return {
      contestant,
      firstSlideMs: startMs + seenMs - startedAt,
      rest: async () => waitUntilQuiet(watched, QUIET_MS, QUIET_LIMIT_MS),
      showEdited: async () => showSlide(watched, url + contestant.slideAddress(line.slide), line),
      edit: async (text) => edit(watched.page, contestant, line, text),
      close,
    }
  } catch (error) {
    await close()
    const printed = server.readOutput().trim().slice(-2000)
    throw new Error(`${contestant.tool}: ${String(error)}\n${printed}`, { cause: error })
  }
}

async function showSlide(watched: WatchedPage, url: string, line: EditedLine): Promise<void> {
  const { page } = watched
  await page.goto(url)
  await expectText(page, line.text)
  await waitUntilQuiet(watched, QUIET_MS, QUIET_LIMIT_MS)
}

async function edit(
  page: Page,
  { source }: Contestant,
  line: EditedLine,
  text: string,
): Promise<number> {
  const original = readFileSync(source, 'utf8')
  const changed = original.replace(`\n- ${line.text}`, `\n- ${text} ${line.text}`)
  if (changed === original) {
    throw new Error(`${source} has no line "- ${line.text}" to edit.`)
  }
  let savedAt = 0
  try {
    const seenAt = await expectText(page, text, () => {
      savedAt = Date.now()
      writeFileSync(source, changed)
    })
    return seenAt - savedAt
  } finally {
    writeFileSync(source, original)
  }
}

/** Does something and returns when a text was on the screen, in ms since 1970; also across a reload. */
async function expectText(page: Page, text: string, act = (): void => {}): Promise<number> {
  await page.evaluate((expected) => window.deckBench.expectText(expected), text)
  act()
  // After a reload, the script in the next page goes on looking.
  const reading = evaluateAcrossReloads(page, async () => window.deckBench.readText())
  const limit = wait(EDIT_LIMIT_MS, undefined, { ref: false })
  const seenAt = await Promise.race([reading, limit])
  if (seenAt === undefined) {
    throw new Error(`"${text}" was not on the screen within ${EDIT_LIMIT_MS / 1000} s.`)
  }
  return seenAt
}

/** Opens a page as soon as its server listens. Tries again while Slidev restarts its server, as it may after the start. */
async function openOnceListening(
  page: Page,
  url: string,
  port: number,
  hasEnded: () => boolean,
): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS
  while (!((await isListening(port)) && (await opens(page, url)))) {
    if (hasEnded() || Date.now() > limit) {
      throw new Error(`No server listens on port ${port} after ${START_LIMIT_MS / 1000} s at most.`)
    }
    await wait(TRY_AGAIN_MS)
  }
}

/** Opens a page; returns `false` when the server no longer listens. */
async function opens(page: Page, url: string): Promise<boolean> {
  try {
    await page.goto(url, { waitUntil: 'commit' })
    return true
  } catch (error) {
    if (String(error).includes('ERR_CONNECTION_REFUSED')) {
      return false
    }
    throw error
  }
}

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    const answer = (isOpen: boolean): void => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
