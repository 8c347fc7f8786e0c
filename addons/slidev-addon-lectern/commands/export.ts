import { basename, extname, join } from 'node:path'

import { Option } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import { defaultOutput } from '../print/output-path.ts'
import { printDeck } from '../print/print-deck.ts'
import type { PrintOptions } from '../print/print-deck.ts'
import { FORMATS } from '../print/print-result.ts'
import type { Format } from '../print/print-result.ts'
import { EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { printFromDeck } from './call/print-command.ts'
import {
  checkEnding,
  deckArgument,
  isFile,
  nameInProject,
  pathOption,
  readSlides,
  siteOption,
  slidesOption,
} from './call/shared-options.ts'
import { UsageError } from './call/usage-error.ts'

/** Options as commander returns them. */
interface ExportOptions {
  output?: string
  slides?: string
  dark?: boolean
  clicks?: boolean
  format: Format
  site?: string
}

/** `lectern export` */
export const EXPORT: CommandDefinition<PrintOptions> = {
  name: 'export',
  summary: 'Writes the slides as a tagged PDF, as images or as PPTX.',
  exitCodes: EXIT_CODES,
  declare: (parser, invocation) => {
    parser
      .addArgument(deckArgument(invocation))
      .addOption(
        pathOption(
          '--output <PATH>',
          `file to write, or folder for images (default: ${nameInProject('out/NAME.pdf', invocation)}; ` +
            "NAME is the deck's exportFilename or file name)",
          invocation,
        ),
      )
      .addOption(slidesOption())
      .option('--dark', 'print the slides in dark mode')
      .option('--clicks', 'print each click step on a page of its own')
      .addOption(
        new Option(
          '--format <FORMAT>',
          'pdf; png, an image for each slide; or pptx, images with the notes',
        )
          .choices(FORMATS)
          .default('pdf'),
      )
      .addOption(siteOption('print a deck that is already built', invocation))
  },
  read: async (parsed, { project, workingFolder }) => {
    const { output: typed, slides, dark, clicks, format, site } = parsed.opts<ExportOptions>()
    if (typed !== undefined) {
      checkOutput(typed, format)
    }
    const deck = await readDeck(parsed.processedArgs[0], workingFolder)
    readSlides(deck, slides)
    const ending = format === 'png' ? '' : `.${format}`
    const output = typed ?? join(project, defaultOutput(deck, ending))
    const isDark = dark ?? false
    const { entry } = deck
    return {
      entry,
      workingFolder,
      site,
      format,
      slides,
      isDark,
      hasEveryClick: clicks ?? false,
      output,
    }
  },
  run: printFromDeck(printDeck),
}

/**
 * Makes sure that an output fits its format.
 *
 * @throws {UsageError} when it does not.
 */
function checkOutput(output: string, format: Format): void {
  const ending = extname(output).slice(1).toLowerCase()
  const meant = FORMATS.find((each) => each === ending)
  if (format !== 'png') {
    checkEnding(output, `.${format}`, meant && meant !== format ? `or give --format ${meant}` : '')
  } else if (meant || isFile(output)) {
    throw new UsageError(
      `--format png writes a folder of images, and --output ${basename(output)} is a file. Name a folder.`,
    )
  }
}
