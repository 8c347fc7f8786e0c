import { basename, extname, resolve } from 'node:path'

import { Option } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { readExportSettings } from '../print/export-settings.ts'
import { defaultOutput } from '../print/output-path.ts'
import { printDeck } from '../print/print-deck.ts'
import type { PrintOptions } from '../print/print-deck.ts'
import { FORMATS } from '../print/print-result.ts'
import type { Format } from '../print/print-result.ts'
import { EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { printFromDeck } from './call/print-command.ts'
import {
  addPrintOptions,
  checkEnding,
  deckArgument,
  isFile,
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
interface ExportOptions extends ParsedPrintOptions {
  output?: string
  slides?: string
  dark?: boolean
  clicks?: boolean
  format?: Format
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
      .option('--no-dark', "print them in light mode, whatever the headmatter's export.dark says")
      .option('--clicks', 'print each click step on a page of its own')
      .option(
        '--no-clicks',
        "print the last step alone, whatever the headmatter's export.withClicks says",
      )
      .addOption(
        new Option(
          '--format <FORMAT>',
          'pdf; png, an image for each slide; pptx, images with the notes; or pptx-editable, text boxes with the ' +
            "notes (default: the headmatter's export.format, or pdf)",
        ).choices(FORMATS),
      )
      .addOption(siteOption('print a deck that is already built', invocation))
    addPrintOptions(parser)
  },
  read: async (parsed, { project, workingFolder }) => {
    const options = parsed.opts<ExportOptions>()
    const { output: typed, slides, dark, clicks, site } = options
    if (typed !== undefined) {
      checkOutput(typed, options.format ?? 'pdf')
    }
    const deck = await readDeck(parsed.processedArgs[0], workingFolder)
    readSlides(deck, slides)
    const { settings } = readExportSettings(deck)
    // A typed file is a PDF unless the call says otherwise, whatever the deck's default is.
    const format = options.format ?? (typed === undefined ? settings.format : undefined) ?? 'pdf'
    if (options.archive && format !== 'pdf') {
      throw new UsageError(
        `--archive writes a PDF, and the format is ${format}. Leave out --archive, or give --format pdf.`,
      )
    }
    const output = typed ?? resolve(project, nameOutput(deck, format, settings.output))
    const { entry } = deck
    return {
      entry,
      workingFolder,
      site,
      format,
      slides,
      isDark: dark,
      hasEveryClick: clicks,
      output,
      ...toPrintChoices(options),
    }
  },
  run: printFromDeck(printDeck),
}

/** Ending of the file of each format; none for a folder of images. */
const ENDINGS: Readonly<Record<Format, string>> = {
  pdf: '.pdf',
  png: '',
  pptx: '.pptx',
  'pptx-editable': '.pptx',
}

/** Returns the path of the output from the project's folder, where the call names none. */
function nameOutput(deck: DeckModel, format: Format, named?: string): string {
  const ending = ENDINGS[format]
  if (named === undefined) {
    return defaultOutput(deck, ending)
  }
  // Slidev adds the ending as well.
  return named.toLowerCase().endsWith(ending) ? named : `${named}${ending}`
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
    checkEnding(
      output,
      ENDINGS[format],
      meant && ENDINGS[meant] !== ENDINGS[format] ? `or give --format ${meant}` : '',
    )
  } else if (meant || isFile(output)) {
    throw new UsageError(
      `--format png writes a folder of images, and --output ${basename(output)} is a file. Name a folder.`,
    )
  }
}
