// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { walkSlides } from '../../../page/prerender/walk-slides.ts'

/** Puts a slide into the page, as Slidev's application does. */
function draw(app: Element, number: number): void {
  app.innerHTML = `<div id="page-root"><div id="slideshow"><div class="slidev-page" data-slidev-no="${number}">
    <div class="slidev-layout"><h1>Slide ${number}</h1></div></div></div></div>`
}

/** Makes a page of a deck in which the second slide throws and the third one is never drawn. */
function openBrokenDeck(): void {
  document.body.innerHTML = '<div id="app"></div>'
  const app = document.querySelector('#app') ?? document.body
  const nav = {
    slides: [1, 2, 3, 4].map((no) => ({
      no,
      component: {},
      load: async () => {
        if (no === 3) {
          throw new Error('The script of slide 3 is missing.')
        }
      },
      meta: { __preloaded: false },
    })),
    go: async (number: number) => {
      if (number === 2) {
        throw new Error('The router refuses.')
      }
      if (number !== 3) {
        draw(app, number)
      }
    },
  }
  const provides = { '$$slidev-context': { nav, configs: {} } }
  Object.assign(app, { __vue_app__: { _context: { provides } } })
}

beforeEach(() => {
  // Each task takes a second of a clock that only the tasks move.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('scheduler', {
    postTask: async () => {
      now += 1000
    },
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('hands on each slide that is drawn, and why the others are not', async () => {
  openBrokenDeck()
  const taken: number[] = []
  const missed: [number, string][] = []
  window.lecternReadStyles = async () => ({ trials: [], families: [] })
  window.lecternTakeSlide = async (json) => {
    const { slide }: { slide: number } = JSON.parse(json)
    taken.push(slide)
  }
  window.lecternMissSlide = async (...miss) => {
    missed.push(miss)
  }

  await walkSlides(4)

  expect(taken).toEqual([1, 4])
  expect(missed).toEqual([
    [2, 'The router refuses.'],
    [3, 'Slide 3 was not drawn within 30 s.'],
  ])
})
