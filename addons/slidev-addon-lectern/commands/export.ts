import { basename, extname, join } from 'node:path'

import { Option } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import { defaultOutput, exportSlides, FORMATS } from '../print/print-deck.ts'
import type { ExportOrder, Format } from '../print/print-deck.ts'
import { EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import {
  checkEnding,
  readSlides,
  deckArgument,
  isFile,
  pathOption,
  siteOption,
  slidesOption,
} from './call/option-values.ts'
import { printFromDeck } from './call/print-command.ts'
import type { PrintOrder } from './call/print-command.ts'
import { UsageError } from './call/usage-error.ts'

/** Options as commander reads them. */
interface ExportOptions {
  output?: string
  slides?: string
  dark?: boolean
  clicks?: boolean
  format: Format
  site?: string
}

/** `npm run export` */
export const EXPORT: CommandDefinition<PrintOrder<ExportOrder>> = {
  name: 'export',
  summary: 'Writes the slides as a PDF, as pictures or as PPTX.',
  exitCodes: EXIT_CODES,
  declare: (parser, site) => {
    parser
      .addArgument(deckArgument(site))
      .addOption(
        pathOption(
          '--output <PATH>',
          'file to write, or folder for pictures (default: out/NAME.pdf in the project; NAME is the ' +
            "deck's exportFilename or file name)",
          site,
        ),
      )
      .addOption(slidesOption())
      .option('--dark', 'show the slides in dark mode')
      .option('--clicks', 'put every click step on a page of its own')
      .addOption(
        new Option(
          '--format <FORMAT>',
          'pdf; png, a picture a slide; or pptx, pictures with the notes',
        )
          .choices(FORMATS)
          .default('pdf'),
      )
      .addOption(siteOption('a deck already built', site))
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
    return { deck, site, format, slides, isDark, hasEveryClick: clicks ?? false, output }
  },
  run: printFromDeck(exportSlides),
}

/**
 * Makes sure that an output suits its format.
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
      `--format png writes a folder of pictures, and --output ${basename(output)} is a file. Name a folder.`,
    )
  }
}
