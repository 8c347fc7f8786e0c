/** Matches a font in a page, as `site/prerender/font-subsets.ts` writes it. */
const FACE_RE =
  /family:"?([^;"]+)"?;font-weight:(\d+);font-style:(\w+);src:[^,]+,([^)]+)\)(?:;unicode-range:([^}]+))?/g

/**
 * Adds the fonts in the page from their bytes. As addresses in style rules, a browser would load them one by
 * one, several tasks later; those rules are for readers without scripts.
 *
 * @returns Once the fonts are loaded; in some browsers at once.
 */
export async function loadPageFonts(): Promise<void> {
  const rules = document.querySelector('[data-lectern-faces]')?.textContent ?? ''
  const faces = [...rules.matchAll(FACE_RE)].map(
    async ([, family = '', weight = '', style = '', base64 = '', unicodeRange = 'U+0-10FFFF']) => {
      const face = new FontFace(family, decode(base64), { weight, style, unicodeRange })
      document.fonts.add(face)
      return face.loaded
    },
  )
  await Promise.allSettled(faces)
}

// A loop: `Uint8Array.from` with a function takes three times as long, and nothing is painted before.
function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    bytes[index] = text.charCodeAt(index)
  }
  return bytes
}
