/** Selector of a speaker's note, in all views of Slidev and in the handout. */
const NOTE = '.slidev-note'

/**
 * Changes every speaker's note that is shown, now and whenever notes change.
 *
 * @param root - Element that holds the notes.
 * @param change - Changes a note. Changes nothing in a note that it has changed before.
 * @returns A function that stops it.
 */
export function watchNotes(root: HTMLElement, change: (note: Element) => void): () => void {
  const changeAll = (): void => {
    for (const note of root.querySelectorAll(NOTE)) {
      change(note)
    }
  }
  changeAll()
  const observer = new MutationObserver(changeAll)
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}
