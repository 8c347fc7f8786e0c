import { nameSlidevOf } from '../../deck/tested-slidev.ts'

/** Sets a meta tag of a page, or adds it. */
export function setMeta(html: string, key: string, name: string, content: string): string {
  const tag = `<meta ${key}="${name}" content="${escapeHtml(content)}">`
  const known = new RegExp(`<meta ${key}="${name}" content="[^"]*">`)
  return known.test(html)
    ? html.replace(known, () => tag)
    : html.replace('</title>', () => `</title>\n${tag}`)
}

/**
 * Replaces the first match in a page that Slidev wrote.
 *
 * @throws {Error} when nothing matches, naming the version of Slidev.
 */
export function replaceOnce(
  html: string,
  known: RegExp,
  by: string | ((match: string, ...groups: string[]) => string),
): string {
  if (!known.test(html)) {
    throw new Error(
      `The page that ${nameSlidevOf(html)} wrote has no ${known.source}, so it cannot hold a slide. ` +
        'Update slidev-addon-lectern.',
    )
  }
  return html.replace(known, typeof by === 'string' ? () => by : by)
}

/** Escapes a text for HTML, between tags or quotation marks. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
