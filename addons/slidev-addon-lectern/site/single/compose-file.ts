import { WRITTEN_ARTICLE } from '../../client/reading/article-element.ts'
import { SEARCH_ELEMENT } from '../../client/search/slide-index.ts'
import { escapePattern } from '../../deck/escape-pattern.ts'
import { escapeHtml, replaceOnce } from '../prerender/edit-html.ts'

/** Parts of a talk that is one file. */
export interface SingleFile {
  /** The application's page as Vite writes it. */
  shell: string
  /** Path that the addresses of files begin with. */
  base: string
  /** Color scheme that the headmatter sets: `auto`, `light` or `dark`. */
  colorSchema: string
  /** The application, an ECMAScript module. */
  script: string
  css: string
  /** Content of each file that script and style sheet use, by its path. */
  files: Readonly<Record<string, string>>
  /** Paths of the files that the style sheet uses, by their numbers there. */
  styleFiles: readonly string[]
  /** The talk as an article, as HTML; empty for one without the reading view. */
  article: string
  /** Index of the search, as JSON; empty for a talk whose slides are read for it when they are searched. */
  searchIndex: string
  /** Script that runs first, see `client/single-file/early-script.ts`. */
  earlyScript: string
  /** Returns the content of a file that the page itself names, such as its icon. */
  toData: (address: string) => string | undefined
}

/** Matches the links of a page that load something in advance or are of no use in a file. */
const NEEDLESS_LINK_RE = /\s*<link rel="(?:modulepreload|preload|prefetch|manifest)"[^>]*>/g

/** Matches an icon of another host, such as Slidev's own. */
const FOREIGN_ICON_RE = /\s*<link rel="icon" href="https?:[^>]*>/

/** Keeps browsers from asking a host for an icon, where the page has none. */
const NO_ICON = '<link rel="icon" href="data:,">'

/** Matches the tags that name the image for link previews: a file has no address for one. */
const PREVIEW_RE = /\s*<meta (?:property|name)="(?:og|twitter):(?:image|card)"[^>]*>/g

/** Shows the descriptions of pictures, whose data only scripts find. */
const NO_SCRIPT_CSS =
  '#app{display:none}#lectern-read img[data-file-src]{width:auto!important;height:auto!important}' +
  '#lectern-read img[data-file-src][alt=""]{display:none}'

const NO_SCRIPT = 'This browser runs no scripts, which the slides of this talk need.'

/**
 * Composes the page of a talk that has everything in itself.
 *
 * @throws {Error} when the shell is unlike the page that a tested Slidev builds.
 */
export function composeFile(file: SingleFile): string {
  const { base } = file
  let html = file.shell
    .replace(NEEDLESS_LINK_RE, '')
    .replace(PREVIEW_RE, '')
    .replace(FOREIGN_ICON_RE, '')
    // Slidev repeats the encoding of the page.
    .replace(/\s*<meta http-equiv="Content-Type"[^>]*>/, '')
  html = replaceOnce(
    html,
    /<html([^>]*)>/,
    (_, known) => `<html${known} data-lectern-scheme="${escapeHtml(file.colorSchema)}">`,
  )
  html = replaceOnce(html, /<\/title>/, (end) =>
    html.includes('<link rel="icon"') ? end : `${end}\n${NO_ICON}`,
  )
  html = replaceOnce(html, /<div id="app"><\/div>/, (app) => `${app}\n${ARTICLE}`)
  const own = escapePattern(base)
  const style = new RegExp(String.raw`<link rel="stylesheet"[^>]* href="${own}[^"]+"[^>]*>`)
  html = replaceOnce(html, style, STYLE)
  const script = new RegExp(String.raw`<script type="module"[^>]* src="${own}[^"]+"></script>`)
  html = replaceOnce(html, script, SCRIPTS)
  const addresses = new RegExp(String.raw`(\s(?:href|src)=")(${own}[^"]+)"`, 'g')
  return html
    .replace(addresses, (typed, start: string, address: string) => {
      const data = file.toData(address)
      return data === undefined ? typed : `${start}${data}"`
    })
    .replace(ARTICLE, () => writeArticle(file.article))
    .replace(STYLE, () => `<style>${escapeStyle(file.css)}</style>`)
    .replace(SCRIPTS, () => writeScripts(file))
}

/** Stand for article, style and scripts while the addresses in the rest of the page are replaced. */
const ARTICLE = '<noscript data-lectern></noscript>'
const STYLE = '<style data-lectern></style>'
const SCRIPTS = '<script data-lectern></script>'

/** Writes the article, which is a text without elements for browsers that run scripts. */
function writeArticle(html: string): string {
  const advice =
    html === ''
      ? 'Allow scripts for this file.'
      : 'Here is their text; allow scripts for this file to see its pictures.'
  const message = `<p class="lectern-message">${NO_SCRIPT} ${advice}</p>`
  const view = `<style>${NO_SCRIPT_CSS}</style><div id="lectern-read">${message}${html}</div>`
  return `<noscript id="${WRITTEN_ARTICLE}">${view.replace(/<(?=\/noscript)/gi, '&lt;')}</noscript>`
}

/** Writes the scripts, with the files and the search index that they look up before them. */
function writeScripts({ files, styleFiles, searchIndex, earlyScript, script }: SingleFile): string {
  const facts = [
    `var lecternFiles=${JSON.stringify(files)}`,
    `lecternStyleFiles=${JSON.stringify(styleFiles)}`,
  ].join(',')
  return [
    `<script type="application/json" id="${SEARCH_ELEMENT}">${escapeScript(searchIndex)}</script>`,
    `<script>${escapeScript(`${facts};\n${earlyScript}`)}</script>`,
    `<script type="module">${escapeScript(script)}</script>`,
  ].join('\n')
}

/** Writes what would end or change a script in a page in another way, which strings and patterns understand alike. */
export function escapeScript(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, String.raw`\x3C`)
}

function escapeStyle(css: string): string {
  return css.replace(/<(?=\/style)/gi, String.raw`\3C `)
}
