import { EARLY_SCRIPT_SOURCE } from './prerender/early-script.ts'

/**
 * What a page of the site may load: the site itself, and nothing else. Of the scripts in a page, only the
 * one that every slide's page begins with may run. Styles are also set by scripts and formulas, pictures
 * also come from drawings made in the page.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${EARLY_SCRIPT_SOURCE}`,
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

/** A file whose name changes with its content: a browser need never ask for it again. */
const HASHED_RE = /^\/assets\//

/** For a year, as long as headers can say. */
export const CACHE_HASHED = 'public, max-age=31536000, immutable'

/** Asked for each time, answered "not modified" while it is the same. */
export const CACHE_OTHERS = 'no-cache'

/**
 * Headers of a file of the built site; `recipes/nginx.conf` sets the same.
 *
 * @param path - Within the site, such as `/assets/index-x.js`.
 */
export function siteHeadersOf(path: string): Record<string, string> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': HASHED_RE.test(path) ? CACHE_HASHED : CACHE_OTHERS,
  }
}
