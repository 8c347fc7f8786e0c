import type { CDPSession, JSHandle, Page } from 'playwright-chromium'

import { quote } from './fault.ts'
import type { Fault } from './fault.ts'

/** Families that name a kind of font, or the system's own: any font is right for them. */
const GENERIC_RE =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|emoji|fangsong|system-ui|ui-.*|-apple-system|BlinkMacSystemFont)$/i

/** Emoji are always drawn with the system's own font. */
const EMOJI_RE = /emoji/i

/** A font that Chromium drew some glyphs with. */
export interface DrawnFont {
  familyName: string
  /** Whether it came from an `@font-face` rule. */
  isCustomFont: boolean
  glyphCount: number
}

/**
 * Texts of the slide that is shown which are drawn with another font than the declared ones: it lacks the
 * glyph, or did not load.
 *
 * @param cdp - A DevTools session of the page, with its DOM and CSS domains enabled.
 */
export async function inspectFonts(page: Page, cdp: CDPSession, number: number): Promise<Fault[]> {
  const texts = await page.evaluateHandle(
    (slide) => window.deckChecks.listTextElements(slide),
    number,
  )
  try {
    const declared = await texts.evaluate((all) =>
      all.map(({ text, nth, fontFamily }) => ({ text, nth, fontFamily })),
    )
    const byFont = new Map<string, Fault>()
    for (const [index, { text, nth, fontFamily }] of declared.entries()) {
      if (namesFonts(fontFamily)) {
        const fonts = await readFonts(cdp, texts, index)
        const others = fonts.filter((font) => isFallback(font, fontFamily))
        const isWhole = others.length === fonts.length
        for (const font of others) {
          const fault = describeFallback({ text, nth }, font, fontFamily, isWhole)
          // One finding a cause: the first text stands for the others.
          const cause = fault.kind ?? font.familyName
          byFont.set(cause, byFont.get(cause) ?? fault)
        }
      }
    }
    return [...byFont.values()]
  } finally {
    await texts.dispose()
  }
}

function describeFallback(
  place: { text: string; nth: number },
  { familyName, glyphCount }: DrawnFont,
  fontFamily: string,
  isWhole: boolean,
): Fault {
  const [first = ''] = listFamilies(fontFamily)
  const wanted = listFamilies(fontFamily).filter((family) => !GENERIC_RE.test(family))
  return {
    place,
    seen: isWhole
      ? `${quote(place.text)} is drawn with ${familyName}, which this machine happens to have: ${first} is not there`
      : `${glyphCount} of the characters of ${quote(place.text)} are drawn with ${familyName}, which this machine happens to have`,
    expected: `${wanted.slice(0, 2).join(' or ')}, on every machine`,
    fix: isWhole
      ? 'Bundle the font and check that its file loads, or name another one in the headmatter under `fonts:`.'
      : 'Bundle a font with these characters and name it in the headmatter under `fonts:`, or write it with other characters.',
    kind: `${isWhole ? 'missing' : 'lacking'} ${first}`,
    isDeckWide: isWhole,
  }
}

/** Whether a declaration begins with a font of the author's choice. */
export function namesFonts(fontFamily: string): boolean {
  const [first] = listFamilies(fontFamily)
  return first !== undefined && !GENERIC_RE.test(first)
}

/** Whether a font is none of the declared ones. */
export function isFallback(font: DrawnFont, fontFamily: string): boolean {
  const families = listFamilies(fontFamily).map((family) => family.toLowerCase())
  return (
    !font.isCustomFont &&
    !families.includes(font.familyName.toLowerCase()) &&
    !EMOJI_RE.test(font.familyName)
  )
}

function listFamilies(fontFamily: string): string[] {
  return fontFamily.split(',').map((family) => family.trim().replaceAll(/^["']|["']$/g, ''))
}

async function readFonts(
  cdp: CDPSession,
  texts: JSHandle<{ element: Element }[]>,
  index: number,
): Promise<DrawnFont[]> {
  const element = await texts.evaluateHandle((all, at) => all[at]?.element, index)
  try {
    const marker = `deck-checks-${index}`
    await element.evaluate((node, name) => node?.setAttribute('data-deck-checks', name), marker)
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 })
    const { nodeId } = await cdp.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: `[data-deck-checks="${marker}"]`,
    })
    await element.evaluate((node) => node?.removeAttribute('data-deck-checks'))
    if (nodeId === 0) {
      return []
    }
    const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId })
    return fonts
  } finally {
    await element.dispose()
  }
}
