/** Where the deck is served and how it writes addresses, as its pages say it. */
interface PageAddress {
  /** With a slash on both ends. */
  base: string
  isHash: boolean
}

/** What {@link nameOf} reads of an address. */
type Address = Pick<Location, 'pathname' | 'hash'>

function readPage(): PageAddress {
  const { deckBase, deckRouter } = document.documentElement.dataset
  return { base: deckBase ?? '/', isHash: deckRouter === 'hash' }
}

/** What an address asks for within the deck, such as `12`; empty for the deck as a whole. */
export function nameOf({ pathname, hash }: Address): string {
  const { base, isHash } = readPage()
  const named = pathname.slice(base.length).replace(/(^|\/)index\.html$|\.html$|\/$/, '')
  return (isHash && /^#\/([^?]+)/.exec(hash)?.[1]) || named
}

/**
 * Gives a slide's page the address that the application knows it by: `/12` for `/12.html` and `/12/`.
 * Changes nothing in a page that was not prerendered.
 */
export function settleAddress(): void {
  const { base, isHash } = readPage()
  const { pathname, search, hash } = location
  if (document.documentElement.hasAttribute('data-deck-names')) {
    const name = nameOf(location)
    const isNamed = hash.startsWith('#/') || name === ''
    const path = isHash
      ? base + search + (isNamed ? hash : `#/${name}`)
      : base + name + search + hash
    if (path !== pathname + search + hash) {
      history.replaceState(history.state, '', path)
    }
  }
}
