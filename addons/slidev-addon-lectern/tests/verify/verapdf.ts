import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { makeFolder } from '../harness/project-copy.ts'

/** A standard, by veraPDF's name of it. */
export type Standard = 'ua1' | '2a'

/** A rule that a file breaks. */
export interface BrokenRule {
  /** Clause of the standard, and number of the rule within it, such as `7.1-3`. */
  rule: string
  description: string
  /** Number of places that break it. */
  count: number
  /** Path to the first of them. */
  first: string
}

/** Verdict of veraPDF on a file. */
export interface Verdict {
  file: string
  broken: BrokenRule[]
  /** Why the file could not be checked. */
  error?: string
}

/** Exit codes of veraPDF with a report: all conform, some do not, some are no PDF or encrypted. */
const JUDGED = [0, 1, 7, 8]

/** Number of lines to show of what a program says of its failure. */
const MOST_LINES = 5

/** Node's own limit of what a program prints, a megabyte, is less than what veraPDF warns of in fonts. */
const MOST_OUTPUT_BYTES = 256 * 2 ** 20

/**
 * Makes sure that the programs are there that veraPDF needs.
 *
 * @throws {Error} when one is missing.
 */
export async function findPrograms(): Promise<void> {
  await run('java', ['-version'])
  await run('mvn', ['--version'])
}

/**
 * Validates PDFs by veraPDF, which Maven downloads the first time.
 *
 * @throws {Error} when Java or Maven fail.
 */
export async function validate(files: readonly string[], standard: Standard): Promise<Verdict[]> {
  const folder = makeFolder()
  try {
    const list = join(folder.path, 'classpath.txt')
    const pom = join(import.meta.dirname, 'pom.xml')
    const goal = 'dependency:build-classpath'
    await run('mvn', ['--batch-mode', '--quiet', '-f', pom, goal, `-Dmdep.outputFile=${list}`])
    const options = ['--flavour', standard, '--format', 'json', '--maxfailuresdisplayed', '1']
    const java = ['-cp', readFileSync(list, 'utf8'), 'org.verapdf.apps.GreenfieldCliWrapper']
    return readReport(await run('java', [...java, ...options, ...files], JUDGED))
  } finally {
    folder.remove()
  }
}

/**
 * Runs a program.
 *
 * @param codes - Exit codes that are no failure.
 * @returns What it prints.
 */
async function run(
  program: 'java' | 'mvn',
  args: readonly string[],
  codes: readonly unknown[] = [0],
): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { maxBuffer: MOST_OUTPUT_BYTES })).stdout
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) {
      throw error
    }
    if (error.code === 'ENOENT') {
      const names = { java: 'Java (11 or later)', mvn: 'Maven' }
      throw new Error(
        `${names[program]} is missing: there is no program "${program}". veraPDF needs both Java and Maven.`,
        { cause: error },
      )
    }
    if (codes.includes(error.code) && 'stdout' in error) {
      return String(error.stdout)
    }
    const lines = 'stderr' in error ? String(error.stderr).trim().split('\n') : []
    throw new Error(
      [`${program} failed with ${String(error.code)}.`, ...lines.slice(-MOST_LINES)].join('\n'),
      { cause: error },
    )
  }
}

/** Report of veraPDF, as far as it is read here. */
interface Report {
  report: {
    jobs: {
      itemDetails: { name: string }
      validationResult?: { details: { ruleSummaries: RuleSummary[] } }[]
      taskException?: { exceptionMessage?: string }
    }[]
  }
}

interface RuleSummary {
  clause: string
  testNumber: number
  description: string
  failedChecks: number
  checks: { context: string }[]
}

/** Reads a report of veraPDF, with whatever is printed before it. */
export function readReport(printed: string): Verdict[] {
  const { report }: Report = JSON.parse(printed.slice(printed.indexOf('{')))
  return report.jobs.map(({ itemDetails, validationResult, taskException }) => ({
    file: itemDetails.name,
    broken: (validationResult ?? [])
      .flatMap(({ details }) => details.ruleSummaries)
      .filter(({ failedChecks }) => failedChecks > 0)
      .map(({ clause, testNumber, description, failedChecks, checks }) => ({
        rule: `${clause}-${testNumber}`,
        description,
        count: failedChecks,
        first: checks[0]?.context ?? '',
      })),
    ...(validationResult
      ? {}
      : { error: taskException?.exceptionMessage ?? 'it could not be checked' }),
  }))
}
