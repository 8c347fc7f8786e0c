import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { SLIDES } from '../harness/two-builds.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('features'))
})

afterAll(async () => deck.close())

/** Returns the classes that slides have while one follows another. */
async function readClasses(motion: 'reduce' | 'no-preference'): Promise<string> {
  const page = await deck.open(SLIDES.columns, { motion })
  await page.evaluate((next) => {
    window.lecternSeen = new Promise((resolve) => {
      let seen = ''
      new MutationObserver((changes) => {
        seen += changes
          .map(({ target }) => (target instanceof Element ? target.className : ''))
          .join()
        const arrived = document.querySelector<HTMLElement>(`[data-slidev-no="${next}"]`)
        if (arrived?.checkVisibility() && !/-(?:enter|leave)-/.test(arrived.className)) {
          resolve(seen)
        }
      }).observe(document.body, { subtree: true, attributeFilter: ['class', 'style'] })
    })
  }, SLIDES.end)
  await page.keyboard.press('ArrowDown')
  const seen = await page.evaluate(async () => window.lecternSeen)
  await page.close()
  return seen ?? ''
}

it('has no transition between slides for a viewer who asks for reduced motion', async () => {
  expect(await readClasses('no-preference')).toMatch(/slide-left-enter-active/)
  expect(await readClasses('reduce')).not.toMatch(/slide-left/)
})

declare global {
  interface Window {
    lecternSeen?: Promise<string>
  }
}
