import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { Option } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { defaultOutput } from '../print/output-path.ts'
import { printHandout } from '../print/print-handout.ts'
import type { HandoutOptions as PrintOptions } from '../print/print-handout.ts'
import { EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { printFromDeck } from './call/print-command.ts'
import {
  addPrintOptions,
  checkEnding,
  deckArgument,
  nameInProject,
  pathOption,
  readSlides,
  siteOption,
  slidesOption,
  toPrintChoices,
} from './call/shared-options.ts'
import type { ParsedPrintOptions } from './call/shared-options.ts'
import { UsageError } from './call/usage-error.ts'

/** Options as commander returns them. */
interface HandoutOptions extends ParsedPrintOptions {
  notesOnly?: boolean
  output?: string
  slides?: string
  dark?: boolean
  site?: string
}

/** Matches a slide's note in a script of a built deck. In a deck that was built without notes, they are empty. */
const NOTE_RE = /\bnoteHTML:\s*(["'`])(?!\1)/

/** `lectern handout` */
export const HANDOUT: CommandDefinition<PrintOptions> = {
  name: 'handout',
  summary: 'Writes the slides with their notes on A4 sheets, as a PDF.',
  exitCodes: EXIT_CODES,
  declare: (parser, invocation) => {
    parser
      .addArgument(deckArgument(invocation))
      .addOption(new Option('--notes-only', 'leave the slides out').conflicts('dark'))
      .addOption(
        pathOption(
          '--output <FILE>',
          `file to write (default: ${nameInProject('out/NAME-handout.pdf', invocation)}, or ` +
            "NAME-notes.pdf with --notes-only; NAME is the deck's exportFilename or file name)",
          invocation,
        ),
      )
      .addOption(slidesOption())
      .option('--dark', 'print the slides in dark mode, on white paper')
      .option('--no-dark', "print them in light mode, whatever the headmatter's export.dark says")
      .addOption(siteOption('print a deck that is already built, with its notes', invocation))
    addPrintOptions(parser)
  },
  read: async (parsed, { project, workingFolder }) => {
    const options = parsed.opts<HandoutOptions>()
    const { notesOnly, output: typed, slides, dark, site } = options
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
    const { entry } = deck
    return {
      entry,
      workingFolder,
      site,
      slides,
      isDark: dark,
      isNotesOnly: notesOnly ?? false,
      output,
      ...toPrintChoices(options),
    }
  },
  run: printFromDeck(printHandout),
}

/**
 * Makes sure that a built deck has its notes, which a public site lacks.
 *
 * @throws {UsageError} when the slides have notes and the built deck has none.
 */
function checkNotes(site: string, { slides }: DeckModel, numbers: readonly number[]): void {
  const isNoted = numbers.some((number) => (slides[number - 1]?.noteLines.length ?? 0) > 0)
  if (isNoted && existsSync(join(site, 'assets')) && !hasNotes(join(site, 'assets'))) {
    throw new UsageError(
      `--site ${basename(site)} was built without notes. ` +
        'Build it with "lectern build --speaker", or leave out --site.',
    )
  }
}

function hasNotes(scripts: string): boolean {
  return readdirSync(scripts)
    .filter((name) => name.endsWith('.js'))
    .some((name) => NOTE_RE.test(readFileSync(join(scripts, name), 'utf8')))
}
