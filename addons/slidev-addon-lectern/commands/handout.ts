import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { Option } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { defaultOutput } from '../print/print-deck.ts'
import { writeHandout } from '../print/print-handout.ts'
import type { HandoutOrder } from '../print/print-handout.ts'
import { EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import {
  checkEnding,
  readSlides,
  deckArgument,
  pathOption,
  siteOption,
  slidesOption,
} from './call/option-values.ts'
import { printFromDeck } from './call/print-command.ts'
import type { PrintOrder } from './call/print-command.ts'
import { UsageError } from './call/usage-error.ts'

/** Options as commander reads them. */
interface HandoutOptions {
  notesOnly?: boolean
  output?: string
  slides?: string
  dark?: boolean
  site?: string
}

/** A slide's note in a script of a built deck; empty in a deck that was built without notes. */
const NOTE_RE = /\bnoteHTML:\s*(["'`])(?!\1)/

/** `npm run handout` */
export const HANDOUT: CommandDefinition<PrintOrder<HandoutOrder>> = {
  name: 'handout',
  summary: 'Writes the slides with their notes on A4 sheets, as a PDF.',
  exitCodes: EXIT_CODES,
  declare: (parser, site) => {
    parser
      .addArgument(deckArgument(site))
      .addOption(new Option('--notes-only', 'leave the slides out').conflicts('dark'))
      .addOption(
        pathOption(
          '--output <FILE>',
          'file to write (default: out/NAME-handout.pdf or out/NAME-notes.pdf in the project; NAME is the ' +
            "deck's exportFilename or file name)",
          site,
        ),
      )
      .addOption(slidesOption())
      .option('--dark', 'show the slides in dark mode, on white paper')
      .addOption(siteOption('a deck already built with its notes', site))
  },
  read: async (parsed, { project, workingFolder }) => {
    const { notesOnly, output: typed, slides, dark, site } = parsed.opts<HandoutOptions>()
    if (typed !== undefined) {
      checkEnding(typed, '.pdf')
    }
    const deck = await readDeck(parsed.processedArgs[0], workingFolder)
    const numbers = readSlides(deck, slides)
    if (site !== undefined) {
      checkNotes(site, deck, numbers)
    }
    const ending = notesOnly ? '-notes.pdf' : '-handout.pdf'
    const output = typed ?? join(project, defaultOutput(deck, ending))
    return { deck, site, slides, isDark: dark ?? false, isNotesOnly: notesOnly ?? false, output }
  },
  run: printFromDeck(writeHandout),
}

/**
 * Makes sure that a built deck has its notes, which the site for everybody lacks.
 *
 * @throws {UsageError} when the slides have notes and the built deck has none.
 */
function checkNotes(site: string, { slides }: DeckModel, numbers: readonly number[]): void {
  const isNoted = numbers.some((number) => (slides[number - 1]?.noteLines.length ?? 0) > 0)
  if (isNoted && existsSync(join(site, 'assets')) && !hasNotes(join(site, 'assets'))) {
    throw new UsageError(
      `--site ${basename(site)} was built without notes. ` +
        'Build it with the option --speaker of the command "build", or leave --site out.',
    )
  }
}

function hasNotes(scripts: string): boolean {
  return readdirSync(scripts)
    .filter((name) => name.endsWith('.js'))
    .some((name) => NOTE_RE.test(readFileSync(join(scripts, name), 'utf8')))
}
