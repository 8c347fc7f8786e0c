// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { addLastCodes } from '../../../page/prerender/last-codes.ts'

const FIRST = '<div class="slidev-code-magic-move"><pre>one</pre></div>'
const LAST = '<div class="slidev-code-magic-move"><pre>three</pre></div>'
const TURNING =
  '<div class="slidev-code-magic-move"><pre>two<i class="shiki-magic-move-leave-active">one</i></pre></div>'

/** Makes a page of a slide that turns into its last form when its last step is shown, after a while. */
function openDeck(clicksTotal: number, last: string): void {
  document.body.innerHTML = `<div id="app"><div data-slidev-no="2">${FIRST}</div></div>`
  const slide = document.querySelector('[data-slidev-no]') ?? document.body
  const nav = {
    clicksTotal,
    go: async (_number: number, clicks: number) => {
      if (clicks === clicksTotal) {
        slide.innerHTML = TURNING
        setTimeout(() => (slide.innerHTML = last), 200)
      }
    },
  }
  const provides = { '$$slidev-context': { nav, configs: {} } }
  const app = document.querySelector('#app') ?? document.body
  Object.assign(app, { __vue_app__: { _context: { provides } } })
}

it('adds the last form of a moving code block, which only readers without scripts see', async () => {
  openDeck(2, LAST)
  expect(await addLastCodes(2, `<p>Text</p>${FIRST}`)).toBe(
    `<p>Text</p>${FIRST}<noscript><style>.slidev-code-magic-move:has(+noscript){display:none}</style>${LAST}</noscript>`,
  )
})

it.each([
  ['no moving code', 2, '<p>Text</p>', LAST],
  ['no steps', 0, FIRST, LAST],
  ['only one form', 1, FIRST, FIRST],
])('leaves a slide with %s as it is', async (_what, steps, html, last) => {
  openDeck(steps, last)
  expect(await addLastCodes(2, html)).toBe(html)
})
