import { HAN_RE } from './note-language.ts'

/**
 * Loads the Chinese type as soon as there is Chinese text to set: in a slide or in the notes.
 *
 * @param root - Element that holds all text.
 * @param load - Loads the style sheet.
 */
export function loadChineseType(root: HTMLElement, load: () => unknown): void {
  const observer = new MutationObserver((records) => {
    const texts = records.flatMap(({ addedNodes, target, type }) =>
      type === 'characterData' ? [target] : [...addedNodes],
    )
    if (texts.some((node) => HAN_RE.test(node.textContent ?? ''))) {
      observer.disconnect()
      load()
    }
  })
  observer.observe(root, { childList: true, subtree: true, characterData: true })
}
