/** Key that opens the search. */
export const SEARCH_KEY = '/'

/** Keeps the key of the search on slides from being typed into the field that opens, and from Firefox's own search. */
export function keepSearchKey(): void {
  // A listener that is added again is still one.
  addEventListener('keydown', onKey)
}

function onKey(event: KeyboardEvent): void {
  // The article answers its keys by itself.
  const isOfSlides = event.target === document.body && !document.querySelector('#lectern-read')
  if (event.key === SEARCH_KEY && isOfSlides) {
    event.preventDefault()
  }
}
