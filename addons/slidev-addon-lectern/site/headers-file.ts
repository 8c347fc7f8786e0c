import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { escapePattern } from '../deck/escape-pattern.ts'
import { writeFileAtomically } from '../output/write-file.ts'
import { createSiteHeaders, nameEmbedders } from './headers.ts'
import type { SiteHeaders } from './headers.ts'

/** File with the headers of a site, which Netlify and Cloudflare Pages send. */
const HEADERS_FILE = '_headers'

const POLICY = 'Content-Security-Policy'

/** Matches the part of a policy that says which sites may embed a page. */
const EMBEDDERS_RE = /frame-ancestors [^;]+/

/** Name of the variable of `recipes/nginx.conf` that holds the sites which may embed the deck. */
export const NGINX_VARIABLE = '$embedders'

/**
 * Writes the header of a site that others may embed, and no other, because these hosts send none of Lectern's without
 * it. Keeps the file that its author has in `public/`.
 *
 * @param base - Path the site is served under, with a slash on both ends.
 * @param log - Gets one line for the author each about hosts that need more than the file.
 */
export function addHeadersFile(
  site: string,
  base: string,
  embed: readonly string[],
  log: (line: string) => void,
): void {
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
    writeFileAtomically(path, `${base}*\n  ${POLICY}: frame-ancestors ${embedders}\n`)
  }
  log(
    `Netlify and Cloudflare Pages read ${HEADERS_FILE}. With the recipe for nginx, write: ` +
      `set ${NGINX_VARIABLE} "${embedders}";`,
  )
}

/**
 * Returns the headers that a built site is to be served with: Lectern's, as in `recipes/nginx.conf`, with those of its
 * own file. Of a policy that only says who may embed the site, this is taken.
 *
 * @param base - Path the site is served under, with a slash on both ends.
 */
export async function readSiteHeaders(site: string, base: string): Promise<SiteHeaders> {
  const common = await createSiteHeaders()
  const path = join(site, HEADERS_FILE)
  const own: SiteHeaders = existsSync(path) ? parseHeaders(readFileSync(path, 'utf8')) : () => ({})
  return (name) => {
    const headers = common(name)
    for (const [typed, value] of Object.entries(own(`${base}${name.slice(1)}`))) {
      const known = Object.keys(headers).find((key) => key.toLowerCase() === typed.toLowerCase())
      headers[known ?? typed] =
        known === POLICY ? joinPolicies(headers[POLICY] ?? '', value) : value
    }
    return headers
  }
}

function joinPolicies(common: string, own: string): string {
  const [embedders] = EMBEDDERS_RE.exec(own) ?? []
  const others = own.replace(EMBEDDERS_RE, '').replace(';', '').trim()
  if (others !== '') {
    return own
  }
  return embedders === undefined ? common : common.replace(EMBEDDERS_RE, () => embedders.trim())
}

/**
 * Reads headers in the format of Netlify and Cloudflare Pages, of a file by its path on the host. One without a value
 * is left out.
 */
export function parseHeaders(text: string): SiteHeaders {
  const rules: { path: RegExp; headers: [name: string, value: string][] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s+([\w-]+):\s*(\S.*?)\s*$/.exec(line) ?? []
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
