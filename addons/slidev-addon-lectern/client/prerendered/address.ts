/** Base path of the deck and form of its addresses, as its pages carry them. */
interface PageAddress {
  /** With a slash on both ends. */
  base: string
  isHash: boolean
}

/** The parts of an address that {@link nameOf} reads. */
type Address = Pick<Location, 'pathname' | 'hash'>

function readPage(): PageAddress {
  const { lecternBase, lecternRouter } = document.documentElement.dataset
  return { base: lecternBase ?? '/', isHash: lecternRouter === 'hash' }
}

/** Returns the part of an address after the base path, such as `12`; empty for the deck as a whole. */
export function nameOf({ pathname, hash }: Address): string {
  const { base, isHash } = readPage()
  const named = pathname.slice(base.length).replace(/(^|\/)index\.html$|\.html$|\/$/, '')
  return (isHash && /^#\/([^?#]+)/.exec(hash)?.[1]) || named
}

/**
 * Changes the address of a prerendered page to the one that the application uses: `/12` for `/12.html` and
 * `/12/`. Does nothing in other pages.
 */
export function settleAddress(): void {
  const { base, isHash } = readPage()
  const { pathname, search, hash } = location
  if (document.documentElement.hasAttribute('data-lectern-names')) {
    const name = nameOf(location)
    const isNamed = hash.startsWith('#/') || name === ''
    const path = isHash
      ? base + search + (isNamed ? hash : `#/${name}${hash}`)
      : base + name + search + hash
    if (path !== pathname + search + hash) {
      history.replaceState(history.state, '', path)
    }
  }
}
