import type { DOMWrapper } from '@vue/test-utils'

/** Reads the names of the glyphs in an element, then its words, such as `check right`. */
export function glyphText(element: Pick<DOMWrapper<Element>, 'findAll' | 'text'>): string {
  const glyphs = element.findAll('.figure-glyph').map((glyph) => glyph.classes().at(-1))
  return [...glyphs, element.text()].join(' ')
}
