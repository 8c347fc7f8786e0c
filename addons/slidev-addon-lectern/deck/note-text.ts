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
