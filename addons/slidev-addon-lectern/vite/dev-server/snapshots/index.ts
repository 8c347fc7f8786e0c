import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import type { Plugin, ResolvedConfig } from 'vite'

import { readPageScript } from '../../../browser/page-script.ts'
import { SNAPSHOT_MESSAGE } from '../../../client/snapshots/snapshot.ts'
import type { Snapshot } from '../../../client/snapshots/snapshot.ts'
import { writeFileAtomically } from '../../../output/write-file.ts'
import { changePage } from './change-page.ts'
import { describeState } from './project-state.ts'
import { addSnapshot, addState } from './snapshot-page.ts'

/**
 * Shows a slide at once as an earlier start of the development server showed it, until the application is
 * ready; but only while no file of the project has changed since.
 */
export const showSnapshots: Plugin = {
  name: 'lectern:snapshots',
  apply: 'serve',
  configureServer({ middlewares, ws, config }) {
    ws.on(SNAPSHOT_MESSAGE, (snapshot: Snapshot) => {
      // The sender is trusted, because it has Vite's token; yet it must not choose the file's path.
      const isNumber = Number.isInteger(snapshot.slide)
      if (isNumber && snapshot.state === describeState(config.root)) {
        writeFileAtomically(fileOf(config, snapshot.slide), JSON.stringify(snapshot))
      }
    })
    // Slidev sends its page itself, without Vite's hooks for changing it.
    middlewares.use((request, response, proceed) => {
      void changeSlidePage(request, response, config).then(proceed, proceed)
    })
  },
}

/** Changes the page that answers a request, if it shows a slide. */
async function changeSlidePage(
  request: IncomingMessage,
  response: ServerResponse,
  config: ResolvedConfig,
): Promise<void> {
  const slide = readSlide(request.url ?? '', config.base)
  if (slide !== undefined && request.headers.accept?.includes('text/html')) {
    changePage(response, await prepareChange(slide, config))
  }
}

/** Returns a function that changes the page: adds the slide's snapshot, or asks for one. */
async function prepareChange(
  slide: number,
  config: ResolvedConfig,
): Promise<(html: string) => string> {
  const state = describeState(config.root)
  if (state === undefined) {
    return (html) => html
  }
  const snapshot = readSnapshot(config, slide)
  if (snapshot?.state !== state) {
    return (html) => addState(html, state)
  }
  const script = await readPageScript('snapshot-script')
  return (html) => addSnapshot(html, snapshot, script)
}

/** Returns the slide that an address shows at its first step; `undefined` for any other address. */
export function readSlide(address: string, base: string): number | undefined {
  const name = address.startsWith(base) ? address.slice(base.length) : undefined
  if (name === '') {
    return 1
  }
  return name !== undefined && /^[1-9]\d*$/.test(name) ? Number(name) : undefined
}

function readSnapshot(config: ResolvedConfig, slide: number): Snapshot | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(config, slide), 'utf8'))
  } catch {
    // None was taken, or Vite emptied its cache.
    return undefined
  }
}

function fileOf({ cacheDir }: ResolvedConfig, slide: number): string {
  return join(cacheDir, `lectern-snapshot-${slide}.json`)
}
