import { InvalidArgumentError, Option } from 'commander'

import { toBase, toSiteUrl } from '../site/base-path.ts'
import type { SiteOptions } from '../site/build-site.ts'
import { DONE, EXIT_CODES } from './call/command.ts'
import type { CommandDefinition } from './call/command.ts'
import { shortenPath } from './call/message-paths.ts'
import { deckArgument, outOption, strictOption } from './call/shared-options.ts'

/** Site to build. */
type BuildOrder = Omit<SiteOptions, 'progress' | 'log' | 'workingFolder'>

/** Options as commander returns them. */
interface BuildOptions {
  speaker?: boolean
  base: string
  url?: URL
  router?: string
  withPdf?: boolean
  strict?: boolean
  out: string
}

/** `lectern build` */
export const BUILD: CommandDefinition<BuildOrder> = {
  name: 'build',
  summary: 'Builds a static site with a page for each slide, without notes and presenter mode.',
  exitCodes: EXIT_CODES,
  declare: (parser, invocation) => {
    parser
      .addArgument(deckArgument(invocation))
      .option('--speaker', 'keep notes and presenter mode, for your own use')
      .addOption(
        new Option('--base <PATH>', 'path the site is served under, such as /talks/x/')
          .argParser(parseBase)
          .default('/'),
      )
      .addOption(
        new Option(
          '--url <ADDRESS>',
          'full address of the published site, such as https://lab.example/talks/x/; replaces --base, ' +
            'and link previews need it',
        )
          .argParser(parseSiteUrl)
          .conflicts('base'),
      )
      .addOption(
        new Option(
          '--router <KIND>',
          'addresses of the slides: /12 (history), or /#/12 (hash) for servers that find only files; ' +
            "the deck's routerMode unless given",
        ).choices(['history', 'hash']),
      )
      .option('--with-pdf', 'add the PDF and a button that downloads it')
      .addOption(strictOption('write nothing where the PDF has errors or warnings'))
      .addOption(outOption('folder to write', invocation))
  },
  read: (parsed) => {
    const { speaker, base, url, router, withPdf, strict, out } = parsed.opts<BuildOptions>()
    return {
      entry: parsed.processedArgs[0],
      out,
      base: url?.pathname ?? base,
      url: url?.href,
      router,
      isSpeaker: speaker ?? false,
      hasPdf: withPdf ?? false,
      isStrict: strict ?? false,
    }
  },
  run: async (order, { print, warn, progress }, { workingFolder }) => {
    const { buildSite } = await import('../site/build-site.ts')
    const { out, base, slides } = await buildSite({ ...order, progress, log: warn })
    progress.stop()
    const kind = order.isSpeaker ? 'with notes and presenter mode' : 'without notes'
    print(
      `${shortenPath(workingFolder, out)}: ${slides} ${slides === 1 ? 'slide' : 'slides'}, ${kind}, to be served under ${base}`,
    )
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
