import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'postcss'

import { readPageScript } from '../../browser/page-script.ts'
import { SINGLE_FILE_BASE as BASE } from '../../deck/build-variables.ts'
import { escapePattern } from '../../deck/escape-pattern.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { joinLines } from '../../deck/source-lines.ts'
import { composeSearchIndex } from '../search/search-index.ts'
import { listCharacters } from './characters.ts'
import { composeFile } from './compose-file.ts'
import type { Parts } from './describe-size.ts'
import { embedFonts } from './embed-fonts.ts'
import { embedStyleFiles } from './embed-style.ts'
import { createSiteFiles } from './site-files.ts'
import type { Walk } from './walk-deck.ts'

/** A site in one page. */
export interface EmbeddedSite {
  html: string
  /** Sizes of its parts. */
  parts: Parts
}

/** Matches the files that a script uses, see `vite/single-file/name-files.ts`. */
const USED_FILE_RE = /\blecternFiles\[("(?:[^"\\]|\\.)*")\]/g

/**
 * Puts all that a built site uses into its page, each file once. Files that nothing names are left out.
 *
 * @param site - Folder of the site, which `vite/single-file` built.
 * @param walk - The walk through the site, which tells the fonts that its texts use.
 * @param log - Gets one line for each font that stays as large as it is.
 */
export async function embedSite(
  site: string,
  deck: DeckModel,
  walk: Walk,
  log: (line: string) => void,
): Promise<EmbeddedSite> {
  const files = createSiteFiles(site)
  const find = (address: string): string | undefined =>
    address.startsWith(BASE) ? files.find(address.slice(BASE.length)) : undefined
  const shell = readFileSync(join(site, 'index.html'), 'utf8')
  const readNamed = (attribute: string, ending: string): string => {
    const own = new RegExp(`${attribute}="(${escapePattern(BASE)}[^"]+\\.${ending})"`)
    return files.read(find(own.exec(shell)?.[1] ?? '') ?? '').toString()
  }
  const script = readNamed('src', 'js')
  const sheet = readNamed('href', 'css')
  const style = parse(sheet)
  const requested = walk.requests.flatMap(({ url }) => find(new URL(url).pathname) ?? [])
  const sources = deck.slides.flatMap((slide) => [
    slide.title,
    joinLines(slide.frontmatterLines),
    joinLines(slide.contentLines),
  ])
  const characters = listCharacters([script, sheet, shell, ...sources, ...walk.texts])
  await embedFonts(style, files, { paths: new Set(requested), characters }, find, log)
  const withFonts = style.toString().length
  const styleFiles = embedStyleFiles(style, find, files.toData)
  const css = style.toString()
  const used = [
    ...Array.from(script.matchAll(USED_FILE_RE), ([, json = '']) => String(JSON.parse(json))),
    ...styleFiles,
  ]
  const contents = Object.fromEntries(used.map((path) => [path, files.toData(path)]))
  const html = composeFile({
    shell,
    base: BASE,
    colorSchema: walk.colorSchema,
    script,
    css,
    files: contents,
    styleFiles,
    article: walk.reading?.html ?? '',
    searchIndex: walk.reading ? composeSearchIndex(walk.reading.records) : '',
    earlyScript: await readPageScript('single-file-script'),
    toData: (address) => {
      const path = find(address)
      return path === undefined ? undefined : files.toData(path)
    },
  })
  const named = Object.entries(contents).map(([path, data]) => [path, data.length])
  const parts = { scripts: Buffer.byteLength(script), 'styles and fonts': withFonts }
  return { html, parts: { ...parts, ...Object.fromEntries(named) } }
}
