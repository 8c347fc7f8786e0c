import { join } from 'node:path'

import { InvalidArgumentError, Option } from 'commander'

import { toBase, toSiteUrl } from '../site/build-site.ts'
import { nameFrom } from './call/call-site.ts'
import { DONE, EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { deckArgument, folderOption } from './call/option-values.ts'

/** Site to build, see `SiteOptions`. */
interface BuildOrder {
  /** Absolute path of the Markdown file. */
  deck: string
  out: string
  base: string
  url?: string
  router?: string
  isSpeaker: boolean
  hasPdf: boolean
}

/** Options as commander reads them. */
interface BuildOptions {
  speaker?: boolean
  base: string
  url?: URL
  router?: string
  withPdf?: boolean
  out: string
}

/** `npm run build` */
export const BUILD: CommandDefinition<BuildOrder> = {
  name: 'build',
  summary: 'Builds the site for everybody: without notes and presenter mode.',
  exitCodes: EXIT_CODES,
  declare: (parser, site) => {
    parser
      .addArgument(deckArgument(site))
      .option('--speaker', 'keep notes and presenter mode, for yourself')
      .addOption(
        new Option('--base <PATH>', 'path the site is served under, such as /talks/x/')
          .argParser(parseBase)
          .default('/'),
      )
      .addOption(
        new Option(
          '--url <ADDRESS>',
          'full address the site is published at, such as https://lab.example/talks/x/; ' +
            'instead of --base, for link previews',
        )
          .argParser(parseSiteUrl)
          .conflicts('base'),
      )
      .addOption(
        new Option(
          '--router <KIND>',
          'addresses of the slides: /12, or /#/12 for file servers that do not answer /12 with a page; ' +
            "the deck's routerMode unless given",
        ).choices(['history', 'hash']),
      )
      .option('--with-pdf', 'add the PDF, and a button to download it')
      .addOption(
        folderOption('--out <FOLDER>', 'folder to write', site).default(
          join(site.project, 'dist'),
          'dist in the project',
        ),
      )
  },
  read: (parsed) => {
    const { speaker, base, url, router, withPdf, out } = parsed.opts<BuildOptions>()
    return {
      deck: parsed.processedArgs[0],
      out,
      base: url?.pathname ?? base,
      url: url?.href,
      router,
      isSpeaker: speaker ?? false,
      hasPdf: withPdf ?? false,
    }
  },
  run: async ({ deck, ...order }, { print, warn, progress }, { workingFolder }) => {
    const { buildSite } = await import('../site/build-site.ts')
    const { slides } = await buildSite(deck, order, progress, warn)
    progress.stop()
    const kind = order.isSpeaker ? 'with notes and presenter mode' : 'without notes'
    const out = nameFrom(workingFolder, order.out)
    print(`${out}: ${slides.length} slides, ${kind}, to be served under ${order.base}`)
    return DONE
  },
}

function parseBase(typed: string): string {
  if (typed.includes('://')) {
    throw new InvalidArgumentError('It is an address. Give it with --url instead.')
  }
  const isPath = !/[\s?#\\"<>]|\/\//.test(typed)
  const names = typed.split('/')
  if (!isPath || names.includes('..') || names.includes('.')) {
    throw new InvalidArgumentError('Name a path such as /talks/x/, without spaces and "..".')
  }
  return toBase(typed)
}

function parseSiteUrl(typed: string): URL {
  const example = 'Name an address such as https://lab.example/talks/x/'
  if (!/^https?:\/\/[^\s\\]+$/i.test(typed) || !URL.canParse(typed)) {
    throw new InvalidArgumentError(`${example}.`)
  }
  const url = toSiteUrl(typed)
  if (url.search || url.hash || url.username || url.password) {
    throw new InvalidArgumentError(`${example}, without query, fragment and user name.`)
  }
  return url
}
