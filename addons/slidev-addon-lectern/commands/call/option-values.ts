import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'

import { Argument, InvalidArgumentError, Option } from 'commander'
import { distance } from 'fastest-levenshtein'

import { findEntry } from '../../deck/find-deck.ts'
import { nearestName } from '../../deck/nearest-name.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { chooseSlides } from '../../deck/slide-range.ts'
import type { CallSite } from './call-site.ts'
import { UsageError } from './usage-error.ts'

/** Up to this many characters apart, one name is a misspelling of another; the ending may be missing. */
const MOST_TYPOS = 3

/** Argument of a command that works on one deck. Its value is the absolute path of a Markdown file. */
export function deckArgument({ project, workingFolder }: CallSite): Argument {
  return new Argument('[DECK.md]', 'a Slidev deck, or a folder with a slides.md')
    .default(join(project, 'slides.md'), 'slides.md of the project')
    .argParser((typed: string) => {
      const path = findDeck(typed, workingFolder)
      if (extname(path).toLowerCase() !== '.md') {
        throw new InvalidArgumentError('A deck is a Markdown file, such as slides.md.')
      }
      return path
    })
}

function findDeck(typed: string, workingFolder: string): string {
  if (typed.trim() === '') {
    throw new InvalidArgumentError('It is empty.')
  }
  try {
    return findEntry(typed, workingFolder)
  } catch (error) {
    const nearest = nearestDeck(resolve(workingFolder, typed))
    const hint = nearest ? ` Did you mean ${nearest}?` : ''
    throw new InvalidArgumentError(`${messageOf(error)}${hint}`)
  }
}

/** Name of the Markdown file beside a path that is most likely meant by it, if any. */
function nearestDeck(path: string): string | undefined {
  const folder = dirname(path)
  const decks = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  const nearest = nearestName(basename(path), decks)
  return distance(nearest, basename(path)) <= MOST_TYPOS ? nearest : undefined
}

/** Option that names a folder, which need not exist. Its value is an absolute path. */
export function folderOption(flags: string, description: string, site: CallSite): Option {
  return pathOption(flags, description, site, (path) => {
    if (isFile(path)) {
      throw new InvalidArgumentError('It is a file. Name a folder.')
    }
  })
}

/** Option that names a file, which need not exist. Its value is an absolute path. */
export function fileOption(flags: string, description: string, site: CallSite): Option {
  return pathOption(flags, description, site, (path) => {
    if (isFolder(path)) {
      throw new InvalidArgumentError('It is a folder. Name a file.')
    }
  })
}

/** Option that names a file or a folder. Its value is an absolute path. */
export function pathOption(
  flags: string,
  description: string,
  { workingFolder }: CallSite,
  check: (path: string) => void = () => {},
): Option {
  return new Option(flags, description).argParser((typed: string) => {
    const path = resolve(workingFolder, typed)
    check(path)
    return path
  })
}

/** Option that names a built deck. Its value is the absolute path of a folder that exists. */
export function siteOption(description: string, site: CallSite): Option {
  return pathOption('--site <FOLDER>', `print from ${description}`, site, (path) => {
    if (!isFolder(path)) {
      throw new InvalidArgumentError('There is no such folder.')
    }
  })
}

/** Option that names slides. Its value is the text, see {@link readSlides}. */
export function slidesOption(): Option {
  return new Option('--slides <RANGE>', 'take only these slides, such as 3-7 or 1,4-6')
}

/**
 * Numbers of the slides in a range.
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
 * @param hint - A further way to mend the call, such as `or give --format pptx`.
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

/** Whether there is a file, and no folder, at a path. */
export function isFile(path: string): boolean {
  return existsSync(path) && !isFolder(path)
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
