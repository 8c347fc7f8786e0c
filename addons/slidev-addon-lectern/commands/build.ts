import { basename, extname, join, resolve } from 'node:path'

import { Option } from 'commander'
import type { Command } from 'commander'

import { readDeck } from '../deck/read-deck.ts'
import { countOf } from '../page/observation.ts'
import { defaultOutput } from '../print/output-path.ts'
import type { SiteOptions } from '../site/build-site.ts'
import type { SingleFileOptions } from '../site/single/build-single-file.ts'
import { parseBase, parseSiteUrl } from './call/address-arguments.ts'
import { DONE, EXIT_CODES } from './call/command.ts'
import type { CommandDefinition, Terminal } from './call/command.ts'
import type { Invocation } from './call/invocation.ts'
import { shortenPath } from './call/message-paths.ts'
import {
  deckArgument,
  isFile,
  nameInProject,
  pathOption,
  strictOption,
} from './call/shared-options.ts'
import { UsageError } from './call/usage-error.ts'

/** Site to build. */
type SiteOrder = Omit<SiteOptions, 'progress' | 'log' | 'workingFolder'>

/** Talk to write as one file. */
interface SingleOrder extends Omit<SingleFileOptions, 'progress' | 'log'> {
  isSingle: true
}

type BuildOrder = SiteOrder | SingleOrder

/** Options as commander returns them. */
interface BuildOptions {
  single?: boolean
  speaker?: boolean
  base?: string
  url?: URL
  router?: string
  withPdf?: boolean
  strict?: boolean
  out?: string
}

/** `lectern build` */
export const BUILD: CommandDefinition<BuildOrder> = {
  name: 'build',
  summary:
    'Builds a static site with a page for each slide, or one file with all of them, without notes and presenter mode.',
  exitCodes: EXIT_CODES,
  declare: (parser, invocation) => {
    parser
      .addArgument(deckArgument(invocation))
      .option('--speaker', 'keep notes and presenter mode, for your own use')
      .addOption(
        new Option(
          '--base <PATH>',
          'path the site is served under, such as /talks/x/ (default: base of vite.config.ts, or /)',
        ).argParser(parseBase),
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
      .addOption(
        new Option(
          '--single',
          'write one HTML file instead, which opens without a server; not with --speaker, --base, --url, ' +
            '--router and --with-pdf',
        ).conflicts(['speaker', 'base', 'url', 'router', 'withPdf']),
      )
      .addOption(
        strictOption(
          'write nothing where the PDF has errors or warnings, or where the single file needs another one',
        ),
      )
      .addOption(
        pathOption(
          '--out <PATH>',
          `folder to write (default: ${nameInProject('dist', invocation)}), or with --single the file (default: ` +
            `${nameInProject('out/NAME.html', invocation)}; NAME is the deck's exportFilename or file name)`,
          invocation,
        ),
      )
  },
  read: async (parsed, invocation) => {
    if (parsed.opts<BuildOptions>().single) {
      return readSingleOrder(parsed, invocation)
    }
    const { speaker, base, url, router, withPdf, strict, ...options } = parsed.opts<BuildOptions>()
    const { out = join(invocation.project, 'dist') } = options
    if (isFile(out)) {
      const hint = extname(out) === '.html' ? ' With --single, it is a file.' : ''
      throw new UsageError(`--out ${basename(out)}: It is a file. Name a folder.${hint}`)
    }
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
  run: async (order, terminal, invocation) => {
    if ('isSingle' in order) {
      await writeSingleFile(order, terminal, invocation)
    } else {
      await writeSite(order, terminal, invocation)
    }
    return DONE
  },
}

async function writeSite(
  order: SiteOrder,
  { print, warn, progress }: Terminal,
  { workingFolder }: Invocation,
): Promise<void> {
  const { buildSite } = await import('../site/build-site.ts')
  const { out, base, slides, hasPublicNotes } = await buildSite({ ...order, progress, log: warn })
  progress.stop()
  const kind = order.isSpeaker ? 'with notes and presenter mode' : describeNotes(hasPublicNotes)
  print(
    `${shortenPath(workingFolder, out)}: ${countOf(slides, 'slide')}, ${kind}, to be served under ${base}`,
  )
}

async function writeSingleFile(
  order: SingleOrder,
  { print, warn, progress }: Terminal,
  { workingFolder }: Invocation,
): Promise<void> {
  const { buildSingleFile } = await import('../site/single/build-single-file.ts')
  const { out, bytes, slides, hasPublicNotes } = await buildSingleFile({
    ...order,
    progress,
    log: warn,
  })
  progress.stop()
  const { toMegabytes } = await import('../site/single/describe-size.ts')
  print(
    `${shortenPath(workingFolder, out)}: ${countOf(slides, 'slide')}, ${describeNotes(hasPublicNotes)}, ` +
      `in one file of ${toMegabytes(bytes)}`,
  )
}

/** Describes the notes of a site or file that everybody may see. */
function describeNotes(hasPublicNotes: boolean): string {
  return hasPublicNotes ? 'with public notes alone' : 'without notes'
}

async function readSingleOrder(
  parsed: Command,
  { project, workingFolder }: Invocation,
): Promise<SingleOrder> {
  const { strict, out: typed } = parsed.opts<BuildOptions>()
  const deck = await readDeck(parsed.processedArgs[0], workingFolder)
  const out = typed ?? resolve(project, defaultOutput(deck, '.html'))
  if (extname(out).toLowerCase() !== '.html') {
    throw new UsageError(
      `--out ${basename(out)} does not fit --single. Name a file that ends with .html.`,
    )
  }
  return { isSingle: true, entry: deck.entry, workingFolder, out, isStrict: strict ?? false }
}
