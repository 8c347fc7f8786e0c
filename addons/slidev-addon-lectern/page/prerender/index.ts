/*
 * What runs in the page: one script, bundled by tools/prerender/page-script.ts and put into the page that is
 * walked through, where it is `window.deckPrerender`.
 */
export { listScripts, readView, showWhole, untilDrawn } from './deck-page.ts'
export { walkSlides } from './walk-slides.ts'
