import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin, ResolvedConfig } from 'vite'

import { writeFileAtomically } from '../../../output/write-file.ts'
import { changePage } from './change-page.ts'
import { describeState } from './project-state.ts'
import { addSnapshot, addState } from './snapshot-page.ts'
import { SNAPSHOT_MESSAGE } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Shows a slide at once that an earlier start of the development server showed, as it was, until the
 * application is there; but only while no file of the project has changed since.
 */
export const showSnapshots: Plugin = {
  name: 'deck:snapshots',
  apply: 'serve',
  configureServer({ middlewares, ws, config }) {
    ws.on(SNAPSHOT_MESSAGE, (snapshot: Snapshot) => {
      // The sender has Vite's token; only the name of the file must not come from it.
      const isWhole = Number.isInteger(snapshot.slide)
      if (isWhole && snapshot.state === describeState(config.root)) {
        writeFileAtomically(fileOf(config, snapshot.slide), JSON.stringify(snapshot))
      }
    })
    // Slidev answers with its page as it is, past what Vite has for changing it.
    middlewares.use((request, response, next) => {
      const slide = readSlide(request.url ?? '', config.base)
      if (slide !== undefined && request.headers.accept?.includes('text/html')) {
        changePage(response, (html) => fillPage(html, slide, config))
      }
      next()
    })
  },
}

function fillPage(html: string, slide: number, config: ResolvedConfig): string {
  const state = describeState(config.root)
  if (state === undefined) {
    return html
  }
  const snapshot = readSnapshot(config, slide)
  return snapshot?.state === state ? addSnapshot(html, snapshot) : addState(html, state)
}

/** The slide an address asks for at its first step; `undefined` for anything else. */
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
    // There was none, or Vite emptied its cache.
    return undefined
  }
}

function fileOf({ cacheDir }: ResolvedConfig, slide: number): string {
  return join(cacheDir, `deck-snapshot-${slide}.json`)
}
