import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import getPort from 'get-port'
import type { Browser, Page } from 'playwright-chromium'

import { startSlidev } from '../../deck/run-slidev.ts'
import { newPage } from './patience.ts'
import { ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'
import { visitServer } from './visit-server.ts'

/** Development server of a deck. */
export interface DevServer {
  /** Address with a trailing slash. */
  url: string
  /** Returns everything printed so far. */
  readOutput: () => string
  stop: () => Promise<void>
}

/** Folder of the project's fonts. */
const FONTS = 'node_modules/@fontsource-variable'

/** Replaces the links to the fonts by copies, because Vite serves no files from outside the project. */
export function copyFonts(folder: TemporaryFolder): void {
  rmSync(join(folder.path, FONTS))
  cpSync(join(ROOT, FONTS), join(folder.path, FONTS), { recursive: true })
}

/** Starts the development server of a deck as its author does. */
export async function startDevServer(folder: string): Promise<DevServer> {
  const port = await getPort()
  const { child, readOutput } = startSlidev(['slides.md', '--port', String(port)], folder)
  return {
    url: `http://localhost:${port}/`,
    readOutput,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'close')
        child.kill()
        await ended
      }
    },
  }
}

/** Windows of a development server, with their requests and errors. */
export interface DevWindows {
  /** Opens a page in a window of its own, as soon as the server listens. */
  open: (url: string, prepare?: (page: Page) => Promise<unknown>) => Promise<Page>
  /** Addresses of all scripts so far. */
  scripts: string[]
  /** Errors, warnings and requests to other hosts so far. */
  errors: string[]
}

/** Records the requests and errors of the windows it opens. */
export function watchWindows(browser: Browser): DevWindows {
  const scripts: string[] = []
  const errors: string[] = []
  return {
    scripts,
    errors,
    open: async (url, prepare) => {
      const page = await newPage(browser)
      page.on('request', (request) => {
        const address = request.url()
        if (request.resourceType() === 'script') {
          scripts.push(address)
        }
        if (!/^(?:data|blob):/.test(address) && new URL(address).hostname !== 'localhost') {
          errors.push(`Request to ${address}`)
        }
      })
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          errors.push(`${message.text()} (${message.location().url})`)
        }
      })
      page.on('pageerror', (error) => errors.push(String(error)))
      await prepare?.(page)
      await visitServer(page, url, { waitUntil: 'commit' })
      return page
    },
  }
}
