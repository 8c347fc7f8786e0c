/** Lets every site embed the deck. */
export const EVERY_SITE = '*'

/** Matches a host as a content security policy can name it, such as `wiki.example` or `*.lab.example`. */
const HOST_RE = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/

/**
 * Returns the declared origins in the form in which a content security policy has them.
 *
 * @throws {Error} that says what was expected.
 */
export function readOrigins(value: unknown): string[] {
  const origins = [value].flat().map((declared) => toOrigin(declared))
  if (origins.length > 1 && origins.includes(EVERY_SITE)) {
    throw new Error("either '*' alone, for every site, or the origins of some.")
  }
  return [...new Set(origins)]
}

function toOrigin(declared: unknown): string {
  if (declared === EVERY_SITE) {
    return EVERY_SITE
  }
  const text = typeof declared === 'string' ? declared : ''
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !HOST_RE.test(url.hostname)) {
    const example = /^[\w.-]+\.\w+(?::\d+)?$/.test(text)
      ? `https://${text}`
      : 'https://wiki.example'
    throw new Error(
      `origins of sites, each with http:// or https://, such as ['${example}'], or '*' for every site.`,
    )
  }
  if (url.href !== `${url.origin}/`) {
    throw new Error(
      `origins, which have no path: browsers allow or refuse a whole site. Write '${url.origin}'.`,
    )
  }
  return url.origin
}
