import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'

import { Argument, InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { distance } from 'fastest-levenshtein'

import { findDeckFile } from '../../deck/find-deck.ts'
import { nearestName } from '../../deck/nearest-name.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { chooseSlides } from '../../deck/slide-range.ts'
import type { Invocation } from './invocation.ts'
import { shortenPath } from './message-paths.ts'
import { UsageError } from './usage-error.ts'

/** Number of wrong characters up to which a name counts as misspelled; enough for a missing `.md`. */
const MOST_TYPOS = 3

/** Creates the argument for a deck. Its value is the absolute path of a Markdown file. */
export function deckArgument(invocation: Invocation): Argument {
  return new Argument('[DECK.md]', DECK)
    .default(...defaultDeck(invocation))
    .argParser((typed: string) => parseDeck(typed, invocation))
}

/** Creates the option `--deck`, for commands whose arguments are something else. Its value is that of the argument. */
export function deckOption(invocation: Invocation): Option {
  return new Option('--deck <DECK.md>', DECK)
    .default(...defaultDeck(invocation))
    .argParser((typed: string) => parseDeck(typed, invocation))
}

const DECK = 'Slidev deck, or a folder with a slides.md'

function defaultDeck(invocation: Invocation): [path: string, name: string] {
  return [join(invocation.project, 'slides.md'), nameInProject('slides.md', invocation)]
}

function parseDeck(typed: string, { workingFolder }: Invocation): string {
  const path = findDeck(typed, workingFolder)
  if (extname(path).toLowerCase() !== '.md') {
    throw new InvalidArgumentError('A deck is a Markdown file, such as slides.md.')
  }
  return path
}

/** Returns a path of the project as the help shows it: relative to the working folder. */
export function nameInProject(name: string, { project, workingFolder }: Invocation): string {
  return shortenPath(workingFolder, join(project, name))
}

function findDeck(typed: string, workingFolder: string): string {
  if (typed.trim() === '') {
    throw new InvalidArgumentError('It is empty.')
  }
  try {
    return findDeckFile(typed, workingFolder)
  } catch (error) {
    const nearest = nearestDeck(resolve(workingFolder, typed))
    const hint = nearest ? ` Did you mean ${nearest}?` : ''
    throw new InvalidArgumentError(`${messageOf(error)}${hint}`)
  }
}

/** Returns the name of the Markdown file beside a path that was most likely meant, if any. */
function nearestDeck(path: string): string | undefined {
  const folder = dirname(path)
  const decks = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  const nearest = nearestName(basename(path), decks)
  return distance(nearest, basename(path)) <= MOST_TYPOS ? nearest : undefined
}

/** Creates an option for a folder, which need not exist. Its value is an absolute path. */
export function folderOption(flags: string, description: string, invocation: Invocation): Option {
  return pathOption(flags, description, invocation, (path) => {
    if (isFile(path)) {
      throw new InvalidArgumentError('It is a file. Name a folder.')
    }
  })
}

/** Creates the option `--out` for the folder of the built site, `dist` unless given. */
export function outOption(description: string, invocation: Invocation): Option {
  return folderOption('--out <FOLDER>', description, invocation).default(
    join(invocation.project, 'dist'),
    nameInProject('dist', invocation),
  )
}

/** Creates an option for a file, which need not exist. Its value is an absolute path. */
export function fileOption(flags: string, description: string, invocation: Invocation): Option {
  return pathOption(flags, description, invocation, (path) => {
    if (isFolder(path)) {
      throw new InvalidArgumentError('It is a folder. Name a file.')
    }
  })
}

/** Creates an option for a file or a folder. Its value is an absolute path. */
export function pathOption(
  flags: string,
  description: string,
  { workingFolder }: Invocation,
  check: (path: string) => void = () => {},
): Option {
  return new Option(flags, description).argParser((typed: string) => {
    const path = resolve(workingFolder, typed)
    check(path)
    return path
  })
}

/** Creates the option `--site` for a built deck. Its value is the absolute path of a folder that exists. */
export function siteOption(description: string, invocation: Invocation): Option {
  return pathOption('--site <FOLDER>', description, invocation, (path) => {
    if (!isFolder(path)) {
      throw new InvalidArgumentError('There is no such folder.')
    }
  })
}

/** Creates the option `--slides`. Its value is the text, see {@link readSlides}. */
export function slidesOption(): Option {
  return new Option('--slides <RANGE>', 'take only these slides, such as 3-7 or 1,4-6')
}

/** Values of the options of {@link addPrintOptions}. */
export interface ParsedPrintOptions {
  /** `undefined` where the call says neither: then slides are fitted. */
  fit?: boolean
  strict?: boolean
  all?: boolean
  archive?: boolean
}

/** Adds the options that all commands have that print. */
export function addPrintOptions(parser: Command): void {
  parser
    .option('--fit', 'print a slide that is too full smaller (default)')
    .option('--no-fit', 'cut off what is too much for a slide')
    .addOption(strictOption('write nothing where there are errors or warnings'))
    .option('--all', 'list every problem, instead of the first 15')
    .option('--archive', 'write a PDF for archives, PDF/A-2a')
}

/** Creates the option `--strict`. */
export function strictOption(description: string): Option {
  return new Option('--strict', `${description}, and exit with 1`)
}

/** Returns the part of an order that {@link addPrintOptions} decides. */
export function toPrintChoices({
  fit = true,
  strict = false,
  all = false,
  archive = false,
}: ParsedPrintOptions): {
  isFitted: boolean
  isStrict: boolean
  isListedWhole: boolean
  isArchive: boolean
} {
  return { isFitted: fit, isStrict: strict, isListedWhole: all, isArchive: archive }
}

/**
 * Returns the numbers of the slides in a range.
 *
 * @throws {UsageError} when the deck does not have them.
 */
export function readSlides({ slides }: DeckModel, range?: string): number[] {
  try {
    return chooseSlides(slides.length, range)
  } catch (error) {
    throw range === undefined
      ? error
      : new UsageError(`--slides: ${messageOf(error)}`, { cause: error })
  }
}

/**
 * Makes sure that an output is a file with the right ending.
 *
 * @param hint - Another way to correct the call, such as `or give --format pptx`.
 * @throws {UsageError} when it is not.
 */
export function checkEnding(output: string, ending: string, hint = ''): void {
  const name = basename(output)
  if (extname(name).toLowerCase() !== ending) {
    throw new UsageError(
      `--output ${name} does not fit. Name a file that ends with ${ending}${hint && `, ${hint}`}.`,
    )
  }
  if (isFolder(output)) {
    throw new UsageError(`--output ${name} is a folder. Name a file.`)
  }
}

/** Tells whether a path leads to a file. */
export function isFile(path: string): boolean {
  return existsSync(path) && !isFolder(path)
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
