import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

import { AUTHOR_KEYS } from '../contestants/deck-markdown.ts'
import { MARP_VERSION } from '../contestants/marp-cli.ts'
import { describeProfile, PROFILES } from '../page/profiles.ts'

const GIGABYTE = 1e9

/** Load average above which single values say little. */
const BUSY_LOAD = 0.7

/** Warns when other work ran on this machine in the last minute. */
export function describeLoad(): string[] {
  const [load = 0] = loadavg()
  return load > BUSY_LOAD
    ? [
        `Other work ran on this machine (load ${load.toFixed(1)}): times are too long, and ratios less exact.`,
      ]
    : []
}

/**
 * Describes machine, versions, decks and profiles, one a line.
 *
 * @param browserVersion - Version that the browser reports.
 * @param slides - Number of the deck's slides.
 */
export function describeConditions(browserVersion: string, slides: number): string[] {
  const processors = cpus()
  const memory = Math.round(totalmem() / GIGABYTE)
  return [
    `Machine: ${processors.length} x ${processors[0]?.model.trim() ?? 'processor'}, ${memory} GB, ` +
      `${type()} ${release()}, Node ${process.versions.node}, Chromium ${browserVersion} headless, window of 1280 x 720.`,
    `Deck: slides.md, ${slides} slides, served from memory with gzip -9 over HTTP/1.1, a new browser context for each load.`,
    `This deck: the scripts build, export and start of package.json, run without npm; no notes in the site.`,
    `Stock Slidev ${readVersion('@slidev/cli')}: the same slides and images, the syntax addon, of the headmatter ${AUTHOR_KEYS.join(', ')}; notes in the site.`,
    `Marp CLI ${MARP_VERSION}: the same text, notes and images, as Marp's Markdown with --html.`,
    'Development servers: the deck was opened once before and has not changed since.',
    'Requests to other hosts fail at once, which favors tools that send them.',
    ...PROFILES.map((profile) => `${describeProfile(profile)}.`),
  ]
}

function readVersion(name: string): string {
  const path = join(import.meta.dirname, '../../node_modules', name, 'package.json')
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}
