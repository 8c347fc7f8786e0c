import { basename } from 'node:path'

import { Argument, Option } from 'commander'

import {
  DONE,
  EXIT_CODES,
  FAILED,
} from '../../addons/slidev-addon-lectern/commands/call/command.ts'
import type { CommandDefinition } from '../../addons/slidev-addon-lectern/commands/call/command.ts'
import { shortenPath } from '../../addons/slidev-addon-lectern/commands/call/message-paths.ts'
import { UsageError } from '../../addons/slidev-addon-lectern/commands/call/usage-error.ts'
import { nearestName } from '../../addons/slidev-addon-lectern/deck/nearest-name.ts'
import type { FigureOrder } from './draw-figures.ts'

/** Options as commander reads them. */
interface FiguresOptions {
  check?: boolean
  open?: boolean
}

/** Port of the page of all figures. */
const PORT = 3040

/** `npm run figures` */
export const FIGURES: CommandDefinition<FigureOrder | 'open'> = {
  name: 'figures',
  isScript: true,
  summary:
    'Draws the figures into public/ of the project. Keeps images of your own under their names, unless you name the figure.',
  exitCodes: { ...EXIT_CODES, [FAILED]: 'a figure differs from its image, or cannot be drawn' },
  declare: (parser) => {
    parser
      .addArgument(
        new Argument('[NAMES...]', 'figures to draw, such as llama3-size (default: all)'),
      )
      .option('--check', 'compare the figures with their images, and write nothing')
      .addOption(
        new Option(
          '--open',
          'serve the page of all figures with hot reload, until Ctrl+C',
        ).conflicts('check'),
      )
  },
  read: async (parsed) => {
    const { check = false, open } = parsed.opts<FiguresOptions>()
    const typed = parsed.args
    if (open && typed.length > 0) {
      throw new UsageError(`--open shows all figures. Leave out ${typed.join(', ')}.`)
    }
    if (open) {
      return 'open'
    }
    const { listFigures } = await import('./renderer.ts')
    const known = listFigures()
    for (const name of typed) {
      if (!known.includes(name)) {
        const nearest = nearestName(basename(name).replace(/\.\w+$/, ''), known)
        throw new UsageError(
          `There is no figure "${name}". Did you mean ${nearest}? All of them are in figures/.`,
        )
      }
    }
    const isNamed = typed.length > 0
    return { names: isNamed ? [...new Set(typed)] : known, isNamed, isCheck: check }
  },
  run: async (order, { print, warn }, { workingFolder }) => {
    const { createFigureRenderer, imagePath, imageRecord, serveFigures } =
      await import('./renderer.ts')
    if (order === 'open') {
      const server = await serveFigures(PORT)
      print(`Figures: ${server.resolvedUrls?.local[0]} (Ctrl+C ends)`)
      return DONE
    }
    const { ensureBrowser } =
      await import('../../addons/slidev-addon-lectern/browser/find-browser.ts')
    const { drawFigures } = await import('./draw-figures.ts')
    const renderer = await createFigureRenderer(ensureBrowser(warn))
    try {
      const failures = await drawFigures(order, {
        record: imageRecord,
        render: renderer.render,
        pathOf: imagePath,
        describePath: (path) => shortenPath(workingFolder, path),
        print,
      })
      return failures > 0 ? FAILED : DONE
    } finally {
      await renderer.close()
    }
  },
}
