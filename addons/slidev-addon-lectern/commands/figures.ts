import { basename, dirname } from 'node:path'

import { Argument } from 'commander'

import { findFigures, isFigureName } from '../deck/figure-places.ts'
import { nearestName } from '../deck/nearest-name.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { FigureOrder } from '../figures/draw-figures.ts'
import { DONE, EXIT_CODES, FAILED } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { shortenPath } from './call/message-paths.ts'
import { deckOption, strictOption } from './call/shared-options.ts'
import { UsageError } from './call/usage-error.ts'

/** Options as commander returns them. */
interface FiguresOptions {
  deck: string
  check?: boolean
  strict?: boolean
}

/** Figures of a deck to draw. */
interface DeckFigureOrder extends FigureOrder {
  /** Absolute path of the deck's Markdown file. */
  entry: string
  /** Words of the call before and after the names of figures, for messages. */
  call: [start: string, end: string]
}

/** `lectern figures` */
export const FIGURES: CommandDefinition<DeckFigureOrder> = {
  name: 'figures',
  summary:
    'Draws the components figures/NAME/NAME.vue beside the deck as public/NAME.png, with the styles of its slides. ' +
    'Keeps an image of your own under the name of a figure, unless you name the figure.',
  exitCodes: { ...EXIT_CODES, [FAILED]: 'a figure differs from its image, or cannot be drawn' },
  declare: (parser, invocation) => {
    parser
      .addArgument(new Argument('[NAMES...]', 'figures to draw (default: all)'))
      .option('--check', 'compare the figures with their images, and write nothing')
      .addOption(strictOption('draw no figure with a font that is not bundled'))
      .addOption(deckOption(invocation))
  },
  read: (parsed, { workingFolder }) => {
    const { deck: entry, check = false, strict = false } = parsed.opts<FiguresOptions>()
    const typed = parsed.args
    const { names: known } = findFigures(dirname(entry))
    if (known.length === 0) {
      throw new UsageError(
        `${basename(entry)} has no figures. Write one as figures/NAME/NAME.vue in its folder, a Vue component.`,
      )
    }
    const odd = known.find((name) => !isFigureName(name))
    if (odd !== undefined) {
      throw new UsageError(
        `figures/${odd} cannot be drawn. Name it and its component with letters from a to z, digits, "-" and "_".`,
      )
    }
    for (const name of typed) {
      if (!known.includes(name)) {
        const nearest = nearestName(basename(name).replace(/\.\w+$/, ''), known)
        throw new UsageError(
          `There is no figure "${name}". Did you mean ${nearest}? All of them are in figures/.`,
        )
      }
    }
    const isNamed = typed.length > 0
    const names = isNamed ? [...new Set(typed)] : known
    const isTyped = parsed.getOptionValueSource('deck') === 'cli'
    const end = isTyped ? ` --deck ${shortenPath(workingFolder, entry)}` : ''
    return { entry, names, isNamed, isCheck: check, isStrict: strict, call: [parsed.name(), end] }
  },
  run: async (
    { entry, call: [start, end], ...order },
    { print, warn, progress },
    { workingFolder },
  ) => {
    const { drawDeckFigures } = await import('../figures/draw-deck-figures.ts')
    const failures = await drawDeckFigures(order, {
      deck: await readDeck(entry, workingFolder),
      describePath: (path) => shortenPath(workingFolder, path),
      callFor: (name) => `${start} ${name}${end}`,
      print,
      progress,
      log: warn,
    })
    return failures > 0 ? FAILED : DONE
  },
}
