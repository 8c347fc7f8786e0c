import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Deck } from './deck.ts'
import { settle } from './deck.ts'

/** Texts that only the script of a feature contains, by feature. */
export const SIGNATURES = {
  marks: 'rough-annotation',
  motion: 'motionInstance',
  drag: 'draggingState',
  tooltips: 'v-popper__popper',
  compiler: 'error-reference/#compiler-',
  magicMove: 'shiki-magic-move-container',
  diagrams: 'mermaidAPI',
  search: 'useExtendedSearch',
  drawing: '[drauu]',
  settings: 'Hue Rotate',
  presenter: 'Presenter - ',
  yaml: 'YAMLParseError',
}

/** Script that a page fetched. */
export interface Script {
  /** Path within the site. */
  path: string
  text: string
  /** Size as a server sends it, in bytes. */
  compressed: number
}

/**
 * Keeps Slidev from fetching all slides, which it does three seconds after its start. Runs in the page before its
 * scripts.
 */
export function holdMassPreload(): void {
  const wait = window.setTimeout.bind(window)
  window.setTimeout = Object.assign((handler: TimerHandler, ms?: number) =>
    ms !== undefined && ms >= 3000 ? 0 : wait(handler, ms),
  )
}

/**
 * Returns the scripts that a slide fetches by itself, without those of all other slides.
 *
 * @param folder - Folder of the built deck.
 */
export async function readFirstLoad(
  deck: Deck,
  folder: string,
  path: string | number,
): Promise<Script[]> {
  const page = await deck.context.newPage()
  await page.addInitScript(holdMassPreload)
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  await page.goto(`${deck.url}${path}`, { waitUntil: 'networkidle' })
  await page.locator('.slidev-layout:visible').first().waitFor()
  await settle(page)
  await page.close()
  return paths.filter((name) => name.endsWith('.js')).map((name) => readScript(folder, name))
}

/** Reads a script of a built deck. */
export function readScript(folder: string, path: string): Script {
  const file = join(folder, path)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return { path, text, compressed: gzipSync(text, { level: 9 }).length }
}

/** Returns the features whose code is in the scripts. */
export function findFeatures(scripts: readonly Script[]): string[] {
  return Object.entries(SIGNATURES)
    .filter(([, signature]) => scripts.some(({ text }) => text.includes(signature)))
    .map(([name]) => name)
}
