/** What Slidev's parser keeps of a slide; the names are Slidev's. */
export interface SlideSource {
  /** The slide's lines as they stand in the file, frontmatter included. */
  raw: string
  /** 0-based line of the file at which `raw` begins. */
  start: number
  /** The text handed to the Markdown engine: `raw` without frontmatter and note, trimmed. */
  content: string
}

const FRONTMATTER_RE = /^---.*\r?\n[\s\S]*?---|^\s*```ya?ml[\s\S]*?```/

/**
 * Line of the author's file for a line of a slide's text.
 *
 * @param source - The slide.
 * @param line - 0-based line within `content`, such as `token.map[0]`.
 * @returns 1-based line of the file, as editors count.
 */
export function toFileLine(source: SlideSource, line: number): number {
  const frontmatter = FRONTMATTER_RE.exec(source.raw)?.[0] ?? ''
  const contentStart = source.raw.slice(frontmatter.length).search(/\S/)
  const before = source.raw.slice(0, frontmatter.length + Math.max(contentStart, 0))
  return source.start + countBreaks(before) + line + 1
}

/** How many lines a text goes down. */
export function countBreaks(text: string): number {
  return text.split('\n').length - 1
}
