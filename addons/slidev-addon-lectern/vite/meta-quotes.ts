const QUOTED_META_RE = /(<meta\b[^>]*\bcontent=")&quot;([^"]*)&quot;(")/g

/**
 * Removes the quotation marks that Slidev writes into the description, author and keywords of the deck's page:
 * `content="&quot;Ada&quot;"` becomes `content="Ada"`.
 *
 * @param html - The page as Slidev writes it.
 */
export function unquoteMetaContent(html: string): string {
  return html.replace(QUOTED_META_RE, '$1$2$3')
}
