/** Headmatter keys about the talk itself, not about how it is shown or loaded. */
export const AUTHOR_KEYS: readonly string[] = [
  'title',
  'info',
  'author',
  'keywords',
  'themeConfig',
  'addons',
]

const HEADMATTER_RE = /^---\n([\s\S]*?\n)---\n/
const KEY_RE = /^([\w-]+):/

interface DeckText {
  /** Lines between the first two separators, with a line break at the end; empty where there are none. */
  headmatter: string
  body: string
}

/**
 * Returns a deck with only some keys of its headmatter.
 *
 * @param markdown - A whole `slides.md`.
 */
export function keepHeadmatter(markdown: string, keys: readonly string[]): string {
  const { headmatter, body } = splitDeck(markdown)
  const kept: string[] = []
  let isKept = false
  for (const line of headmatter.split('\n').slice(0, -1)) {
    const key = KEY_RE.exec(line)?.[1]
    // Indented lines and list items belong to the key above them.
    isKept = key === undefined ? isKept : keys.includes(key)
    if (isKept) {
      kept.push(line)
    }
  }
  return joinDeck({ headmatter: kept.map((line) => `${line}\n`).join(''), body })
}

/**
 * Returns a deck with all its slides repeated under one headmatter.
 *
 * @param markdown - A whole `slides.md`.
 */
export function repeatSlides(markdown: string, times: number): string {
  const { headmatter, body } = splitDeck(markdown)
  const slides = Array.from({ length: times }, () => body.trim()).join('\n\n---\n\n')
  return joinDeck({ headmatter, body: `\n${slides}\n` })
}

function splitDeck(markdown: string): DeckText {
  const found = HEADMATTER_RE.exec(markdown)
  return found
    ? { headmatter: found[1] ?? '', body: markdown.slice(found[0].length) }
    : { headmatter: '', body: markdown }
}

function joinDeck({ headmatter, body }: DeckText): string {
  return headmatter === '' ? body : `---\n${headmatter}---\n${body}`
}
