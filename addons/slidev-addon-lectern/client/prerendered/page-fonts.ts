/** A typeface in a page, as `font-subsets.ts` writes it. */
const FACE_RE =
  /family:"?([^;"]+)"?;font-weight:(\d+);font-style:(\w+);src:[^,]+,([^)]+)\)(?:;unicode-range:([^}]+))?/g

/**
 * Gives the page its typefaces from their bytes. A browser that reads them as addresses has them one by one
 * and several tasks later; so their rules stand there for readers without scripts alone.
 *
 * @returns When they are there, in some browsers at once.
 */
export async function loadPageFonts(): Promise<void> {
  const rules = document.querySelector('[data-deck-type]')?.textContent ?? ''
  const faces = [...rules.matchAll(FACE_RE)].map(
    async ([, family = '', weight = '', style = '', base64 = '', unicodeRange = 'U+0-10FFFF']) => {
      const face = new FontFace(family, decode(base64), { weight, style, unicodeRange })
      document.fonts.add(face)
      return face.loaded
    },
  )
  await Promise.allSettled(faces)
}

// A function for each byte would take three times as long, and nothing is painted before.
function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    bytes[index] = text.charCodeAt(index)
  }
  return bytes
}
