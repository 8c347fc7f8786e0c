/** Characters of `page/print/editable-texts.ts`: each stands for a gap as wide in px as it is behind the first one. */
const FIRST = 0x10_00_00
const GAP = String.raw`[\u{100000}-\u{10FFF0}]`
const GAPS_RE = new RegExp(GAP, 'gu')
const RUN_RE = new RegExp(
  String.raw`<a:r><a:rPr([^>]*?)(/?)>((?:(?!<a:t>)[\s\S])*)<a:t>(${GAP})</a:t></a:r>`,
  'gu',
)

/** Width of a no-break space, as a share of the font's size. */
const SPACE_SHARE = 0.28

/** Removes the characters that stand for gaps. */
export function withoutGaps(text: string): string {
  return text.replace(GAPS_RE, '')
}

/** Matches the no-break spaces at the start of a text. */
const INDENT_RE = /(?<=<a:t>)\u00A0+/g

/**
 * Writes the texts that `page/print/editable-texts.ts` prepared: the spaces before code, and for each gap a no-break space
 * that is as wide as the picture there.
 */
export function writeTexts(slide: string): string {
  const indented = slide.replaceAll(INDENT_RE, (spaces) => ' '.repeat(spaces.length))
  const written = indented.replace(
    RUN_RE,
    (_, attributes: string, close: string, properties: string, character: string) => {
      const widthPx = (character.codePointAt(0) ?? FIRST) - FIRST
      // Hundredths of a point, as all units of text.
      const size = Number(/\bsz="(\d+)"/.exec(attributes)?.[1] ?? 1800)
      const spacing = Math.max(0, Math.round(widthPx * 75 - size * SPACE_SHARE))
      const others = attributes.replace(/\s(?:spc|kern)="[^"]*"/g, '')
      return `<a:r><a:rPr${others} spc="${spacing}"${close}>${properties}<a:t>\u00A0</a:t></a:r>`
    },
  )
  return withoutGaps(written)
}
