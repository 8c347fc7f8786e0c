/** The keys with which the author says what the talk is, rather than how it is to be shown or loaded. */
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
  /** Lines between the first two separators, a line break at the end; empty where there are none. */
  headmatter: string
  body: string
}

/**
 * A deck with some keys of its headmatter alone.
 *
 * @param markdown - A whole `slides.md`.
 */
export function keepHeadmatter(markdown: string, keys: readonly string[]): string {
  const { headmatter, body } = splitDeck(markdown)
  const kept: string[] = []
  let isKept = false
  for (const line of headmatter.split('\n').slice(0, -1)) {
    const key = KEY_RE.exec(line)?.[1]
    // What is indented, or a list, belongs to the key above it.
    isKept = key === undefined ? isKept : keys.includes(key)
    if (isKept) {
      kept.push(line)
    }
  }
  return joinDeck({ headmatter: kept.map((line) => `${line}\n`).join(''), body })
}

/**
 * A deck whose slides come several times over, under the headmatter of the first.
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
