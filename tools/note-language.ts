/** Chinese as written in Taiwan: what glyph shapes and a screen reader's voice are chosen by. */
const NOTE_LANGUAGE = 'zh-Hant'
/** Text with Chinese characters in it. */
const HAN_RE = /\p{Script=Han}/u
/** The parts of a note that are marked one by one. */
const PARTS = '.slidev-note :is(p, li, h1, h2, h3, td)'

/**
 * Sets `lang` on every Chinese paragraph of the speaker's notes, now and whenever notes are shown;
 * Slidev sets none.
 *
 * @param root - Element that holds the notes.
 * @returns A function that stops it.
 */
export function markNoteLanguage(root: HTMLElement): () => void {
  markParts(root)
  const observer = new MutationObserver(() => markParts(root))
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}

function markParts(root: HTMLElement): void {
  for (const part of root.querySelectorAll(PARTS)) {
    if (!part.hasAttribute('lang') && HAN_RE.test(part.textContent)) {
      part.setAttribute('lang', NOTE_LANGUAGE)
    }
  }
}
