import { watchNotes } from './watch-notes.ts'

/** Parts of a note that get a language of their own. */
const PARTS = 'p, li, h1, h2, h3, td'

/** Scripts of language tags that Unicode's `Script` property names differently. */
const UNICODE_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Hant: ['Han'],
  Hans: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
}

/**
 * Sets `lang` on every paragraph of the speaker's notes that has letters of the language's script, now and
 * whenever notes change. Without it, the browser chooses the glyphs and the voice of the deck's language.
 *
 * @param root - Element that holds the notes.
 * @param language - BCP 47, such as `zh-Hant`.
 * @returns A function that stops it.
 */
export function markNoteLanguage(root: HTMLElement, language: string): () => void {
  const letters = findLetters(language)
  return watchNotes(root, (note) => {
    for (const part of note.querySelectorAll(PARTS)) {
      if (!part.hasAttribute('lang') && letters.test(part.textContent)) {
        part.setAttribute('lang', language)
      }
    }
  })
}

/** Returns a pattern for the letters that a language is written in. */
function findLetters(language: string): RegExp {
  const { script = 'Latn' } = new Intl.Locale(language).maximize()
  const names = UNICODE_SCRIPTS[script] ?? [script]
  return new RegExp(names.map((name) => String.raw`\p{Script=${name}}`).join('|'), 'u')
}
