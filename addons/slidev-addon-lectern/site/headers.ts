import { createHash } from 'node:crypto'

import { readPageScript } from '../browser/page-script.ts'
import { EVERY_SITE } from '../deck/embed-origins.ts'

/** Matches files whose name changes with their content. */
const HASHED_RE = /^\/assets\//

/** For files whose name changes with their content: kept for a year, the longest time that browsers respect. */
export const CACHE_HASHED = 'public, max-age=31536000, immutable'

/** For other files: asked for each time, and answered with "not modified" while they are the same. */
const CACHE_OTHERS = 'no-cache'

/** Returns the headers of a file by its path within the site, such as `/assets/index-x.js`. */
export type SiteHeaders = (path: string) => Record<string, string>

/**
 * Creates the headers of a built site's files; `recipes/nginx.conf` sets the same.
 *
 * @param embed - Origins that may embed the deck, as in its settings.
 */
export async function createSiteHeaders(embed: readonly string[] = []): Promise<SiteHeaders> {
  const headers = {
    'Content-Security-Policy': await createSecurityPolicy(nameEmbedders(embed)),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  return (path) => ({
    ...headers,
    'Cache-Control': HASHED_RE.test(path) ? CACHE_HASHED : CACHE_OTHERS,
  })
}

/** Returns the sites that may embed the deck, in the words of a content security policy. */
export function nameEmbedders(embed: readonly string[]): string {
  return embed.includes(EVERY_SITE) ? EVERY_SITE : ["'self'", ...embed].join(' ')
}

/**
 * Creates the policy of what a page of the site may load: only files of the site. Of the scripts in a page, only
 * the one in the head of each prerendered page may run. Styles may also be set by scripts and formulas, and
 * images may be drawn in the page.
 *
 * @param embedders - Sites that may show the page in an `<iframe>`.
 */
export async function createSecurityPolicy(embedders = "'self'"): Promise<string> {
  const script = await readPageScript('early-script')
  const hash = createHash('sha256').update(script).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    `frame-ancestors ${embedders}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
