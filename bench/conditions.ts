import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

import { AUTHOR_KEYS } from './deck-markdown.ts'
import { MARP_VERSION } from './marp-cli.ts'
import { describeProfile, PROFILES } from './profiles.ts'

const GIGABYTE = 1e9

/** With so much else going on, in waiting processes, figures of one run say little. */
const BUSY_LOAD = 0.7

/** What else the machine was doing in the last minute; a warning where it was much. */
export function describeLoad(): string[] {
  const [load = 0] = loadavg()
  return load > BUSY_LOAD
    ? [
        `Other work ran on this machine (load ${load.toFixed(1)}): trust ratios more than times, and neither much.`,
      ]
    : []
}

/**
 * On what and with what is measured, line by line.
 *
 * @param browserVersion - As the browser says.
 * @param slides - Number of the deck's slides.
 */
export function describeConditions(browserVersion: string, slides: number): string[] {
  const processors = cpus()
  const memory = Math.round(totalmem() / GIGABYTE)
  return [
    `Machine: ${processors.length} x ${processors[0]?.model.trim() ?? 'processor'}, ${memory} GB, ` +
      `${type()} ${release()}, Node ${process.versions.node}, Chromium ${browserVersion} without a window of 1280 x 720.`,
    `Deck: slides.md, ${slides} slides, served from memory with gzip -9 over HTTP/1.1, a new browser context a load.`,
    `This deck: npm run build, npm run export and npm start, as package.json has them, without the start of npm; no notes in the site.`,
    `Stock Slidev ${readVersion('@slidev/cli')}: the same slides and pictures, the addon and of the headmatter ${AUTHOR_KEYS.join(', ')}; notes in the site.`,
    `Marp CLI ${MARP_VERSION}: the same text, notes and pictures, as Marp's Markdown with --html.`,
    'Development servers: of a deck that was open once before and has not changed since.',
    'Requests to other hosts fail at once, which favors those that make them.',
    ...PROFILES.map((profile) => `${describeProfile(profile)}.`),
  ]
}

function readVersion(name: string): string {
  const path = join(import.meta.dirname, '../node_modules', name, 'package.json')
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}
