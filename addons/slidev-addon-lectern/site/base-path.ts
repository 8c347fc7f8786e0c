import { encodePath } from '../deck/encode-path.ts'
import { readViteBase } from '../deck/vite-base.ts'

/**
 * Returns a path to serve a site under with a slash on both ends, as browsers write it.
 *
 * @param text - Path as typed, such as `talks/ü x`.
 */
export function toBase(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path === '' ? '/' : encodePath(`/${path}/`)
}

/**
 * Returns a full address with a slash at its end.
 *
 * @throws {Error} when the text is no such address.
 */
export function toSiteUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`--url ${text} is no address. Name one such as https://lab.example/talks/x/.`)
  }
  url.pathname = toBase(url.pathname)
  return url
}

/**
 * Returns the path to serve a deck's site under, where none is named: that of its `vite.config.ts`, or `/`.
 *
 * @param log - Gets one line for a base that is no path.
 */
export async function findBase(folder: string, log: (line: string) => void): Promise<string> {
  const base = await readViteBase(folder)
  if (base === undefined || base.startsWith('/')) {
    return toBase(base ?? '/')
  }
  log(
    `vite.config.ts has "base: '${base}'", which is no path that begins with a slash. The site is to be served under /; ` +
      'name another path with --base.',
  )
  return '/'
}
