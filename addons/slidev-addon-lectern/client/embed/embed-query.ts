/** Matches the query `embed`, which may stand before or behind the `#` of an address. */
const EMBED_RE = /[?&]embed(?=[=&#]|$)/

/**
 * Lets `?embed` mean Slidev's `?embedded`, which hides the controls that make no sense within another page. Slidev
 * reads that before the `#`, and keeps both from slide to slide.
 *
 * @returns The query of the address.
 */
export function completeQuery({ search, hash }: Pick<Location, 'search' | 'hash'>): string {
  return EMBED_RE.test(search + hash) && !search.includes('embedded')
    ? `${search}${search ? '&' : '?'}embedded=true`
    : search
}

/** Completes the query of the page's address. Runs before Slidev creates its router, which reads it. */
export function settleQuery(): void {
  const { pathname, search, hash } = location
  const query = completeQuery(location)
  if (query !== search) {
    history.replaceState(history.state, '', pathname + query + hash)
  }
}
