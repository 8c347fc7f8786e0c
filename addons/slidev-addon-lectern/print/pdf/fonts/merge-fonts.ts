import type { OutlineFont } from './type3-font.ts'

/**
 * Joins the parts of a font that Chromium wrote one by one, such as for each figure that loads it: those of the same
 * family and weight whose codes stand for the same glyphs and texts.
 */
export function mergeFonts(fonts: readonly OutlineFont[]): OutlineFont[] {
  const merged: OutlineFont[] = []
  for (const font of fonts) {
    const other = merged.find((each) => isSame(each, font))
    if (other) {
      other.refs.push(...font.refs)
      font.glyphs.forEach((glyph, name) => other.glyphs.set(name, glyph))
      font.names.forEach((name, code) => other.names.set(code, name))
      font.texts.forEach((text, code) => other.texts.set(code, text))
    } else {
      merged.push(font)
    }
  }
  return merged
}

function isSame(a: OutlineFont, b: OutlineFont): boolean {
  return (
    a.family === b.family &&
    a.weight === b.weight &&
    a.italicAngle === b.italicAngle &&
    a.unit === b.unit &&
    a.missing === b.missing &&
    agree(a.glyphs, b.glyphs) &&
    agree(a.names, b.names) &&
    agree(a.texts, b.texts)
  )
}

/** Tells whether two maps have the same value for each key of both. */
function agree<Key, Value>(a: ReadonlyMap<Key, Value>, b: ReadonlyMap<Key, Value>): boolean {
  return [...b].every(([key, value]) => !a.has(key) || a.get(key) === value)
}
