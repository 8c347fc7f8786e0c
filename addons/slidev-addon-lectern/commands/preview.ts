import { join } from 'node:path'

import { InvalidArgumentError, Option } from 'commander'

import { readSiteBase } from '../output/built-site.ts'
import { nameFrom } from './call/call-site.ts'
import { DONE, EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { folderOption } from './call/option-values.ts'

/** Options as commander reads them. */
interface PreviewOrder {
  /** Absolute path of the built deck. */
  out: string
  port: number
}

const LAST_PORT = 65_535

/** `npm run preview` */
export const PREVIEW: CommandDefinition<PreviewOrder> = {
  name: 'preview',
  summary: 'Serves the built deck as the recipes do, until Ctrl+C.',
  exitCodes: EXIT_CODES,
  declare: (parser, site) => {
    parser
      .addOption(
        folderOption('--out <FOLDER>', 'folder that was built', site).default(
          join(site.project, 'dist'),
          'dist in the project',
        ),
      )
      .addOption(
        new Option('--port <NUMBER>', 'port to listen on; 0 takes a free one')
          .argParser(parsePort)
          .default(4173),
      )
  },
  read: (parsed) => parsed.opts<PreviewOrder>(),
  run: async ({ out, port }, { print }, { workingFolder }) => {
    const base = readSiteBase(out)
    const { serveFolder } = await import('../browser/static-server.ts')
    const { siteHeadersOf } = await import('../site/headers.ts')
    const { url } = await serveFolder(out, { base, port, headersOf: siteHeadersOf })
    print(`${nameFrom(workingFolder, out)} is served at ${url} (Ctrl+C ends)`)
    return DONE
  },
}

function parsePort(typed: string): number {
  if (!/^\d+$/.test(typed) || Number(typed) > LAST_PORT) {
    throw new InvalidArgumentError(`Name a number up to ${LAST_PORT}, such as 4173.`)
  }
  return Number(typed)
}
