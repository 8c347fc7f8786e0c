/*
 * Stands in the head of every prerendered page and runs before anything is painted: decides the mode,
 * hides the slide where it is not the one asked for, keeps what the visitor does until the application is
 * ready, and starts the application after the slide is painted. The same text in every deck, so that a
 * site's policy can allow it by its hash; and short, since every page carries it.
 */
import { nameOf } from './address.ts'
import { decideMode } from './color-mode.ts'
import { keepInputs } from './keep-inputs.ts'
import { loadPageFonts } from './page-fonts.ts'

const root = document.documentElement
const { dataset } = root

dataset['deckScripted'] = ''
decideMode()
// A host may answer the address of something else with this page.
root.toggleAttribute(
  'data-deck-other',
  /[?&]print/.test(location.href) ||
    !dataset['deckNames']?.split(' ').includes(nameOf(location) || '1'),
)
keepInputs()
// Text in another type before would be moved by it.
const typeLoaded = loadPageFonts().finally(() => (dataset['deckScripted'] = 'shown'))
addEventListener('DOMContentLoaded', () => {
  void typeLoaded.finally(() => {
    // A page in the background has no frames.
    void (document.hidden ? start() : requestAnimationFrame(() => setTimeout(start)))
  })
})

/**
 * Fetches the deck's whole style, which does not change the slide, and the application, and runs it; where
 * that cannot be had, the slide stays with its links to the others.
 */
async function start(): Promise<void> {
  for (const link of document.querySelectorAll('link')) {
    link.rel = link.dataset['rel'] ?? link.rel
    link.href = link.dataset['href'] ?? link.href
  }
  const entry = document.querySelector<HTMLLinkElement>('[data-deck-entry]')
  try {
    await import(/* @vite-ignore */ entry?.href ?? '')
  } catch (error) {
    delete dataset['deckScripted']
    throw error
  }
}
