/*
 * Runs in the head of every prerendered page, before anything is painted: chooses light or dark mode, hides the
 * slide where the address is not its own, and its controls in an embedded deck, keeps the visitor's inputs until the
 * application is ready, and starts the application after the slide is painted. Every deck has the same script, so that
 * a content security policy can allow it by its hash. It is short, because every page contains it.
 */
import { opensReading } from '../reading/chosen-view.ts'
import { nameOf } from './address.ts'
import { decideMode } from './color-mode.ts'
import { keepInputs } from './early-inputs.ts'
import { loadPageFonts } from './page-fonts.ts'

const root = document.documentElement
const { dataset } = root

dataset['lecternScripted'] = ''
decideMode()
const names = (dataset['lecternNames'] ?? '').split(' ')
// A host may answer any address with this page.
const isOther = /[?&]print/.test(location.href) || !names.includes(nameOf(location) || '1')
root.toggleAttribute('data-lectern-other', isOther)
if (!isOther && 'lecternReads' in dataset && opensReading()) {
  location.replace(`${dataset['lecternBase'] ?? '/'}read.html${location.search}#slide-${names[0]}`)
}
keepInputs()
// Shown before its fonts, text would move when they come.
const fontsLoaded = loadPageFonts().finally(() => {
  // An embedded deck has fewer controls, which come with the application.
  dataset['lecternScripted'] = /[?&]embed/.test(location.href) ? 'embed' : 'shown'
})
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
  for (const link of document.querySelectorAll<HTMLLinkElement>(':is([data-rel], [data-href])')) {
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
