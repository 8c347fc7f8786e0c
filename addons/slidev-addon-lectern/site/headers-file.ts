import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { escapePattern } from '../deck/escape-pattern.ts'
import { writeFileAtomically } from '../output/write-file.ts'
import { CACHE_HASHED, createPageHeaders, createSiteHeaders, nameEmbedders } from './headers.ts'
import type { SiteHeaders } from './headers.ts'

/** File with the headers of a site, which Netlify and Cloudflare Pages send. */
export const HEADERS_FILE = '_headers'

/** Name of the variable of `recipes/nginx.conf` that holds the sites which may embed the deck. */
export const NGINX_VARIABLE = '$embedders'

/**
 * Writes the headers of a site that others may embed; keeps the file that its author has in `public/`.
 *
 * @param base - Path the site is served under, with a slash on both ends.
 * @param log - Gets one line for the author each about hosts that need more than the file.
 */
export async function addHeadersFile(
  site: string,
  base: string,
  embed: readonly string[],
  log: (line: string) => void,
): Promise<void> {
  if (embed.length === 0) {
    return
  }
  const path = join(site, HEADERS_FILE)
  const embedders = nameEmbedders(embed)
  if (existsSync(path)) {
    log(
      `public/${HEADERS_FILE} stays as it is, and "lectern.embed" adds nothing to it. Let it say ` +
        `"frame-ancestors ${embedders}" in its Content-Security-Policy, or remove it, and Lectern writes one.`,
    )
  } else {
    writeFileAtomically(path, writeHeaders(await createPageHeaders(embed), base))
  }
  log(
    `Netlify and Cloudflare Pages read ${HEADERS_FILE}. With the recipe for nginx, write: ` +
      `set ${NGINX_VARIABLE} "${embedders}";`,
  )
}

/**
 * Writes headers in the format of Netlify and Cloudflare Pages. Files without a hash in their name get no
 * `Cache-Control`: these hosts ask for them each time, and join the values of two rules for one file.
 */
export function writeHeaders(headers: Readonly<Record<string, string>>, base: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
  return [`${base}*`, ...lines, `${base}assets/*`, `  Cache-Control: ${CACHE_HASHED}`, ''].join(
    '\n',
  )
}

/**
 * Returns the headers that a built site is to be served with: those of its own file, completed by Lectern's.
 *
 * @param base - Path the site is served under, with a slash on both ends.
 */
export async function readSiteHeaders(site: string, base: string): Promise<SiteHeaders> {
  const common = await createSiteHeaders()
  const path = join(site, HEADERS_FILE)
  const own = existsSync(path) ? parseHeaders(readFileSync(path, 'utf8')) : () => ({})
  return (name) => ({ ...common(name), ...own(`${base}${name.slice(1)}`) })
}

/** Reads headers in the format of Netlify and Cloudflare Pages, of a file by its path on the host. */
export function parseHeaders(text: string): SiteHeaders {
  const rules: { path: RegExp; headers: [name: string, value: string][] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) {
      rules.at(-1)?.headers.push([name, value])
    } else if (line.startsWith('/')) {
      rules.push({ path: toPattern(line.trim()), headers: [] })
    }
  }
  return (path) =>
    Object.fromEntries(rules.filter((rule) => rule.path.test(path)).flatMap((rule) => rule.headers))
}

/** Returns what matches the paths of a rule: `*` is anything, `:name` one part of the path. */
function toPattern(path: string): RegExp {
  const parts = path.split(/(\*|:\w+)/).map((part) => {
    const isName = part.startsWith(':')
    return part === '*' ? '.*' : isName ? '[^/]+' : escapePattern(part)
  })
  return new RegExp(`^${parts.join('')}$`)
}
