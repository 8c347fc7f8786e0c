import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { readDeck } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'
import { writeFileAtomically } from '../../addons/slidev-addon-lectern/output/write-file.ts'
import { linkDependencies } from '../../addons/slidev-addon-lectern/tests/harness/link-dependencies.ts'
import type { Contestant, NodeCommand } from './contestant.ts'
import { AUTHOR_KEYS, keepHeadmatter, repeatSlides } from './deck-markdown.ts'
import { toMarpMarkdown } from './marp-markdown.ts'
import { findBinary, readScript } from './project-commands.ts'

/** Folder of this project. */
const ROOT = join(import.meta.dirname, '../..')

/** Files and folders that a copy of the project leaves out. */
const LEFT_OUT = new Set(['node_modules', '.git', '.slidev', 'dist', 'out', 'tests'])

/** Name of the deck in every project. */
const DECK = 'slides.md'

/** Name of the PDF in the project's folder. */
export const PDF = 'deck.pdf'

/** Settings of all projects. */
export interface ProjectOptions {
  /** Number of repetitions of the deck's slides. */
  times: number
  /** Path of the Chromium that prints. */
  browserPath: string
}

/**
 * Creates a copy of this project with its deck.
 *
 * @param folder - Path of the new folder.
 */
export function makeOurs(folder: string, { times }: ProjectOptions): Contestant {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => path === ROOT || !LEFT_OUT.has(basename(path)),
  })
  linkDependencies(ROOT, folder)
  writeFileAtomically(join(folder, DECK), repeatSlides(readMarkdown(), times))
  const script = (name: string, ...args: string[]): NodeCommand => ({
    args: [...readScript(ROOT, folder, name), ...args],
    cwd: folder,
  })
  return {
    tool: 'ours',
    source: join(folder, DECK),
    site: join(folder, 'dist'),
    build: script('build'),
    exportPdf: script('export', '--output', PDF),
    exportBuilt: script('export', '--site', 'dist', '--output', PDF),
    dev: (port) => ({ ...script('start', '--port', String(port)), page: '' }),
    slideAddress: String,
    slideSelector: slidevSelector,
  }
}

/**
 * Creates a project with the same slides and stock Slidev: the headmatter about the talk, the images and the
 * addon for the syntax, and nothing else of this project.
 *
 * @param folder - Path of the new folder.
 */
export function makeStock(folder: string, { times, browserPath }: ProjectOptions): Contestant {
  cpSync(join(ROOT, 'public'), join(folder, 'public'), { recursive: true })
  linkDependencies(ROOT, folder)
  writeFileAtomically(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  writeFileAtomically(
    join(folder, DECK),
    repeatSlides(keepHeadmatter(readMarkdown(), AUTHOR_KEYS), times),
  )
  const slidev = (...args: string[]): NodeCommand => ({
    args: [findBinary(ROOT, folder, 'slidev'), ...args],
    cwd: folder,
  })
  return {
    tool: 'stock',
    source: join(folder, DECK),
    site: join(folder, 'dist'),
    build: slidev('build', DECK),
    exportPdf: slidev('export', DECK, '--output', PDF, '--executable-path', browserPath),
    dev: (port) => ({ ...slidev(DECK, '--port', String(port)), page: '' }),
    slideAddress: String,
    slideSelector: slidevSelector,
  }
}

/**
 * Creates a project with the same slides and Marp.
 *
 * @param folder - Path of the new folder.
 * @param cli - Path of Marp's command.
 */
export async function makeMarp(
  folder: string,
  cli: string,
  { times, browserPath }: ProjectOptions,
): Promise<Contestant> {
  const site = join(folder, 'dist')
  cpSync(join(ROOT, 'public'), folder, { recursive: true })
  cpSync(join(ROOT, 'public'), site, { recursive: true })
  const { slides } = await readDeck(DECK, ROOT)
  writeFileAtomically(join(folder, DECK), repeatSlides(toMarpMarkdown(slides), times))
  const marp = (...args: string[]): NodeCommand => ({
    args: [cli, ...args, '--html', '--no-stdin'],
    cwd: folder,
    // Chromium's own sandbox does not run as root.
    env: process.getuid?.() === 0 ? { CHROME_NO_SANDBOX: '1' } : {},
  })
  const printing = ['--pdf', '--allow-local-files', '--browser-path', browserPath]
  return {
    tool: 'marp',
    source: join(folder, DECK),
    site,
    build: marp(DECK, '--output', 'dist/index.html'),
    exportPdf: marp(DECK, ...printing, '--output', PDF),
    dev: (port) => {
      const server = marp('--server', '.')
      return { ...server, env: { ...server.env, PORT: String(port) }, page: DECK }
    },
    slideAddress: (number) => `#${number}`,
    slideSelector: (number) => `.bespoke-marp-active > foreignObject > section[id="${number}"]`,
  }
}

function readMarkdown(): string {
  return readFileSync(join(ROOT, DECK), 'utf8')
}

function slidevSelector(number: number): string {
  return `#slideshow [data-slidev-no="${number}"]`
}
