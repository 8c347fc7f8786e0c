import { InvalidArgumentError, Option } from 'commander'

import { readSiteBase } from '../output/built-site.ts'
import { DONE, EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { shortenPath } from './call/message-paths.ts'
import { outOption } from './call/shared-options.ts'

/** Options as commander returns them. */
interface PreviewOrder {
  /** Absolute path of the built deck. */
  out: string
  port: number
}

const LAST_PORT = 65_535

/** `lectern preview` */
export const PREVIEW: CommandDefinition<PreviewOrder> = {
  name: 'preview',
  summary: 'Serves the built site with the headers it is to be published with, until Ctrl+C.',
  exitCodes: EXIT_CODES,
  declare: (parser, invocation) => {
    parser
      .addOption(outOption('folder of the built site', invocation))
      .addOption(
        new Option('--port <NUMBER>', 'port to listen on; 0 chooses a free one')
          .argParser(parsePort)
          .default(4173),
      )
  },
  read: (parsed) => parsed.opts<PreviewOrder>(),
  run: async ({ out, port }, { print }, { workingFolder }) => {
    const base = readSiteBase(out)
    const { serveFolder } = await import('../browser/static-server.ts')
    const { readSiteHeaders } = await import('../site/headers-file.ts')
    const headersOf = await readSiteHeaders(out, base)
    const { url } = await serveFolder(out, { base, port, headersOf })
    print(`${shortenPath(workingFolder, out)} is served at ${url} (Ctrl+C ends)`)
    return DONE
  },
}

function parsePort(typed: string): number {
  if (!/^\d+$/.test(typed) || Number(typed) > LAST_PORT) {
    throw new InvalidArgumentError(`Name a number up to ${LAST_PORT}, such as 4173.`)
  }
  return Number(typed)
}
