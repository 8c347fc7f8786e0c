import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

import { isRecord } from './settings.ts'

/** Facts about an image that was drawn from a figure of the deck. */
export interface FigureEntry {
  /** SHA-256 of the image's bytes, in hexadecimal. */
  sha256: string
  /** Number of the figure's last step; left out where the whole figure is there from the start. */
  steps?: number
}

const SHA256_RE = /^[\da-f]{64}$/

/** Names of an entry's keys, for messages. */
const KEYS = ['sha256', 'steps']

/**
 * Reads the record of the images that were drawn from figures, by the figure's name.
 *
 * { "ages": { "sha256": "9f86d0…", "steps": 3 } }
 *
 * @param path - JSON file; a missing one is an empty record.
 * @throws {Error} with file and key when it has another form.
 */
export function readFigureRecord(path: string): Record<string, FigureEntry> {
  const text = readIfThere(path)
  if (text === undefined) {
    return {}
  }
  const record = parse(path, text)
  return Object.fromEntries(
    Object.entries(record).map(([name, entry]) => [name, readEntry(path, name, entry)]),
  )
}

/** Returns the SHA-256 of an image as the record holds it. */
export function hashImage(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether an image is there, and is the one that was drawn. */
export function isAsDrawn(path: string, entry: FigureEntry | undefined): boolean {
  return existsSync(path) && hashImage(readFileSync(path)) === entry?.sha256
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined
    }
    throw error
  }
}

function parse(path: string, text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path}: ${reason}. ${FIX}`, { cause: error })
  }
  if (!isRecord(value)) {
    throw new Error(`${path}: expected an object with an entry for each figure. ${FIX}`)
  }
  return value
}

function readEntry(path: string, name: string, entry: unknown): FigureEntry {
  const refuse = (key: string, value: unknown, expected: string): never => {
    throw new Error(`${path}: "${key}" is ${JSON.stringify(value)}. Expected ${expected}. ${FIX}`)
  }
  if (!isRecord(entry)) {
    return refuse(name, entry, 'an object with "sha256"')
  }
  const { sha256, steps } = entry
  if (typeof sha256 !== 'string' || !SHA256_RE.test(sha256)) {
    return refuse(`${name}.sha256`, sha256, '64 hexadecimal digits')
  }
  if (steps !== undefined && !isCount(steps)) {
    return refuse(`${name}.steps`, steps, 'a number of steps, 1 or more, or no such key')
  }
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) {
    return refuse(`${name}.${unknown}`, entry[unknown], `no keys but ${KEYS.join(' and ')}`)
  }
  return steps === undefined ? { sha256 } : { sha256, steps }
}

const FIX = 'Delete the entry or the file, and draw the figures again with "lectern figures".'

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
}
