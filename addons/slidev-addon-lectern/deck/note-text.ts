const MARKS_RE = /^\s*<!--|-->\s*$/g
const CLICK_RE = /\[click(?::\d+)?\]\s*/g

/**
 * Returns a speaker's note as plain text, without comment marks and click markers.
 *
 * @param lines - Lines of the note in the author's file.
 */
export function toNoteText(lines: readonly string[]): string {
  return lines.join('\n').replace(MARKS_RE, '').replace(CLICK_RE, '').trim()
}

/** Returns the 0-based line of the speaker's note, which is the comment at the end of a slide. */
export function findNote(text: string): number | undefined {
  const end = text.trimEnd().length
  let start = text.indexOf('<!--')
  while (start !== -1) {
    const close = text.indexOf('-->', start + '<!--'.length)
    if (close === -1) {
      return undefined
    }
    if (close + '-->'.length === end) {
      return text.slice(0, start).split('\n').length - 1
    }
    start = text.indexOf('<!--', close)
  }
  return undefined
}
