/** Versions of Slidev that this addon was tested with. */
export const TESTED_SLIDEV: readonly string[] = ['52.20.1', '53.0.0']

/** Tells whether this addon was tested with a version of Slidev. */
export function isTested(version: string | undefined): boolean {
  return version !== undefined && TESTED_SLIDEV.includes(version)
}

/** Property of the meta tag in which Slidev's pages carry its version. */
export const VERSION_PROPERTY = 'slidev:version'

/**
 * Names a version of Slidev for a message, such as `Slidev 54.0.0 (tested: 52.20.1, 53.0.0)`.
 *
 * @param version - The installed one; `undefined` where it is not known.
 */
export function nameSlidev(version: string | undefined): string {
  const known = version === undefined ? 'Slidev of an unknown version' : `Slidev ${version}`
  return `${known} (tested: ${TESTED_SLIDEV.join(', ')})`
}

/** Names the version of Slidev that wrote a page, see {@link nameSlidev}. */
export function nameSlidevOf(html: string): string {
  const tag = new RegExp(`<meta property="${VERSION_PROPERTY}" content="([^"]+)"`)
  return nameSlidev(tag.exec(html)?.[1])
}
