/*
 * Runs in the head of every prerendered page, before anything is painted: chooses light or dark mode, hides the
 * slide where the address is not its own, keeps the visitor's inputs until the application is ready, and starts
 * the application after the slide is painted. Every deck has the same script, so that a content security policy
 * can allow it by its hash. It is short, because every page contains it.
 */
import { nameOf } from './address.ts'
import { decideMode } from './color-mode.ts'
import { keepInputs } from './early-inputs.ts'
import { loadPageFonts } from './page-fonts.ts'

const root = document.documentElement
const { dataset } = root

dataset['lecternScripted'] = ''
decideMode()
// A host may answer any address with this page.
root.toggleAttribute(
  'data-lectern-other',
  /[?&]print/.test(location.href) ||
    !dataset['lecternNames']?.split(' ').includes(nameOf(location) || '1'),
)
keepInputs()
// Shown before its fonts, text would move when they come.
const fontsLoaded = loadPageFonts().finally(() => (dataset['lecternScripted'] = 'shown'))
addEventListener('DOMContentLoaded', () => {
  void fontsLoaded.finally(() => {
    // A page in the background has no frames.
    void (document.hidden ? start() : requestAnimationFrame(() => setTimeout(start)))
  })
})

/**
 * Loads the deck's style sheets, which do not change the slide, and the application, and runs it. Where that
 * fails, the slide stays, with links to the other slides.
 */
async function start(): Promise<void> {
  for (const link of document.querySelectorAll('link')) {
    link.rel = link.dataset['rel'] ?? link.rel
    link.href = link.dataset['href'] ?? link.href
  }
  const entry = document.querySelector<HTMLLinkElement>('[data-lectern-entry]')
  try {
    await import(/* @vite-ignore */ entry?.href ?? '')
  } catch (error) {
    delete dataset['lecternScripted']
    throw error
  }
}
