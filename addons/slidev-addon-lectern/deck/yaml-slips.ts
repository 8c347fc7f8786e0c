import type { SourceSlideInfo } from '@slidev/types'

import type { Explanation } from './explanation.ts'

/** Matches the place that the YAML parser adds to its message, with the lines it quotes. */
const PLACE_RE = /(?: at line \d+, column \d+)?(?::\n[^]*|\.?$)/

/** Steps for the slips that are met most often, by the code of the YAML parser. */
const FIXES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put quotation marks around the value: title: "One: two".',
  TAB_AS_INDENT: 'Replace the tab by spaces.',
  BAD_INDENT: 'Close the brackets, or indent the lines of the list alike.',
  BAD_DIRECTIVE: 'Put quotation marks around the value.',
  DUPLICATE_KEY: 'Remove one of the two lines.',
  MISSING_CHAR: 'Close the quotation mark or bracket on this line.',
}

const OTHER_FIX = 'Put quotation marks around values with special characters, one key on each line.'

/**
 * Finds what the YAML parser cannot read in the frontmatter of a slide. Slidev would lose the rest of it.
 *
 * @param file - Name of the slide's file for messages.
 */
export function findYamlSlips(slide: SourceSlideInfo, file: string): Explanation[] {
  const { frontmatterDoc, frontmatterRaw = '', raw, start } = slide
  const before = raw.slice(0, Math.max(0, raw.indexOf(frontmatterRaw))).split('\n').length - 1
  // One slip makes the parser stumble over what follows as well.
  return (frontmatterDoc?.errors ?? []).slice(0, 1).map(({ message, code, linePos }) => {
    const lines = frontmatterRaw.split('\n')
    // The parser notices an unclosed bracket or quote only at the end.
    const index = lines.findLastIndex(
      (text, at) => at < (linePos?.[0].line ?? 1) && text.trim() !== '',
    )
    const typed = lines[index] ?? ''
    const isTab = code === 'TAB_AS_INDENT' || /^ *\t/.test(typed)
    const reason = isTab ? 'Tabs are not allowed as indentation' : message.replace(PLACE_RE, '')
    return {
      check: 'console',
      file,
      line: start + before + index + 1,
      seen: `"${typed.trim()}" is no YAML: ${reason}`,
      expected: 'one "key: value" on each line',
      fix: (isTab ? FIXES['TAB_AS_INDENT'] : FIXES[code]) ?? OTHER_FIX,
    }
  })
}

/** Finds frontmatter that is text: Slidev takes it from the slide, and does not show it. */
export function findLostText(slide: SourceSlideInfo, file: string): Explanation[] {
  const { frontmatterDoc, frontmatterStyle, start } = slide
  const value: unknown = frontmatterDoc?.errors.length === 0 ? frontmatterDoc.toJSON() : undefined
  const isLost =
    value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value))
  return isLost && frontmatterStyle === 'frontmatter'
    ? [
        {
          check: 'console',
          file,
          line: start + 1,
          seen: 'the lines after this "---" are read as frontmatter, and are not shown',
          expected: 'a blank line between "---" and the text of a slide',
          fix: 'Put a blank line there, or write "key: value".',
        },
      ]
    : []
}
