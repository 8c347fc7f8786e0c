/** Printable characters of ASCII. */
const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Matches a character that a style sheet has by its number, such as `\25b6`. */
const ESCAPE_RE = /\\([\da-f]{1,6})/gi

/**
 * Returns all characters that a talk may show, each once: those of its texts, small and capital, and ASCII.
 *
 * @param texts - Scripts, style sheets and sources: texts that contain the talk's.
 */
export function listCharacters(texts: readonly string[]): string {
  const found = new Set(ASCII)
  for (const text of texts) {
    for (const character of new Set(text)) {
      add(found, character)
    }
    for (const [, code = ''] of text.matchAll(ESCAPE_RE)) {
      const point = Number.parseInt(code, 16)
      if (point <= 0x10_ffff) {
        add(found, String.fromCodePoint(point))
      }
    }
  }
  return [...found].join('')
}

/** Adds a character in both cases, because a style may change the case. */
function add(found: Set<string>, character: string): void {
  for (const each of [character, character.toUpperCase(), character.toLowerCase()].join('')) {
    found.add(each)
  }
}
