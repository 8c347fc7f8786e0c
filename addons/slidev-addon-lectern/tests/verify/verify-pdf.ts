// Has veraPDF check the PDFs that Lectern writes: `npm run verify:pdf`, or `npm run verify:pdf -- FILE...` for others.

import { existsSync, mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

import { ROOT } from '../harness/project-copy.ts'
import { printSamples } from './samples.ts'
import { findPrograms, validate } from './verapdf.ts'
import type { Verdict } from './verapdf.ts'

/** Names of the files that are also for archives. */
const ARCHIVE_RE = /-archive\.pdf$/

/** Exit codes: some file does not conform; nothing could be checked. */
const FAILED = 1
const UNABLE = 2

/** Length of the end of a path into a PDF that is shown, which is where the broken element is. */
const SHOWN_LENGTH = 120

function log(line: string): void {
  process.stdout.write(`${line}\n`)
}

function describe(standard: string, { file, broken, error }: Verdict): string {
  const name = `${relative(process.cwd(), file)} (${standard})`
  if (error !== undefined) {
    return `${name}: not checked: ${error}`
  }
  const rules = broken.map(
    ({ rule, count, description, first }) =>
      `\n  ${rule}, ${count} times: ${description}\n    ${first.slice(-SHOWN_LENGTH)}`,
  )
  return `${name}: ${broken.length === 0 ? 'passed' : `fails ${broken.length} rules`}${rules.join('')}`
}

/** Checks files and prints a line for each; returns whether all conform. */
async function verify(files: readonly string[]): Promise<boolean> {
  const archives = files.filter((file) => ARCHIVE_RE.test(file))
  const universal = await validate(files, 'ua1')
  const archived = archives.length > 0 ? await validate(archives, '2a') : []
  for (const verdict of universal) {
    log(describe('PDF/UA-1', verdict))
  }
  for (const verdict of archived) {
    log(describe('PDF/A-2a', verdict))
  }
  return [...universal, ...archived].every(
    ({ broken, error }) => broken.length === 0 && error === undefined,
  )
}

try {
  // Before the decks are printed, which takes a minute.
  await findPrograms()
  const named = process.argv.slice(2).map((file) => resolve(file))
  const missing = named.filter((file) => !existsSync(file))
  if (missing.length > 0) {
    throw new Error(`There is no file ${missing.join(' and no file ')}.`)
  }
  const folder = join(ROOT, 'out/verify')
  mkdirSync(folder, { recursive: true })
  const files = named.length > 0 ? named : await printSamples(folder, log)
  process.exitCode = (await verify(files)) ? 0 : FAILED
} catch (error) {
  process.stderr.write(`[verify:pdf] ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = UNABLE
}
