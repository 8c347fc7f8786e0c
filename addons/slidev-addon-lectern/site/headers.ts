import { createHash } from 'node:crypto'

import { readPageScript } from '../browser/page-script.ts'

/** Matches files whose name changes with their content. */
const HASHED_RE = /^\/assets\//

/** For files whose name changes with their content: kept for a year, the longest time that browsers respect. */
export const CACHE_HASHED = 'public, max-age=31536000, immutable'

/** For other files: asked for each time, and answered with "not modified" while they are the same. */
export const CACHE_OTHERS = 'no-cache'

/** Returns the headers of a file by its path within the site, such as `/assets/index-x.js`. */
export type SiteHeaders = (path: string) => Record<string, string>

/** Creates the headers of a built site's files; `recipes/nginx.conf` sets the same. */
export async function createSiteHeaders(): Promise<SiteHeaders> {
  const policy = await createSecurityPolicy()
  return (path) => ({
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': HASHED_RE.test(path) ? CACHE_HASHED : CACHE_OTHERS,
  })
}

/**
 * Creates the policy of what a page of the site may load: only files of the site. Of the scripts in a page, only
 * the one in the head of each prerendered page may run. Styles may also be set by scripts and formulas, and
 * images may be drawn in the page.
 */
export async function createSecurityPolicy(): Promise<string> {
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
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
