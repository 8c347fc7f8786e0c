/** Reads an address that an author typed, relative to the page; returns nothing for one that is none. */
export function parseUrl(address: string): URL | undefined {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined
}

/** Whether an address is on another host. */
export function isForeign(address: string): boolean {
  const url = parseUrl(address)
  return url !== undefined && url.origin !== location.origin
}
