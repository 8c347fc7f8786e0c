import { decodePath } from '../../deck/decode-path.ts'

// <a href="#/3"> | <a href="#/"> | <a class="x" href="#/outline?clicks=2">, as browsers write elements
const LINK_RE = /(<a(?: [^\s="<>/]+(?:="[^"]*")?)*? href=")#\/([^"?#]*)([^"]*)"/g

/**
 * Leads a slide's links to other slides to their pages, where the deck's router uses the address's fragment, which only
 * scripts follow. Once the application is there, its own links replace them.
 *
 * @param html - The slide, as a browser writes it.
 * @param names - Names of each slide, see `listNames`.
 */
export function linkPages(
  html: string,
  names: readonly (readonly string[])[],
  base: string,
): string {
  return html.replace(LINK_RE, (link, before: string, name: string, rest: string) => {
    const typed = decodePath(name.replaceAll('&amp;', '&').replace(/\/$/, ''))
    const index = typed === '' ? 0 : names.findIndex((known) => known.includes(typed))
    const [file] = names[index] ?? []
    // With steps, the application needs the whole address.
    const fragment = rest === '' ? '' : `#/${name}${rest}`
    return file === undefined
      ? link
      : `${before}${base}${index === 0 ? '' : `${file}.html`}${fragment}"`
  })
}
