import { TURNING } from '../../client/moving-code.ts'
import { findSlidev } from '../../client/slidev-nav.ts'

/** Class of a code block that Slidev turns into the next one, step by step. */
const MOVING = 'slidev-code-magic-move'

/** Longest wait until a code block has its last form, in ms; it takes 0.8 s unless the deck says otherwise. */
const TURNING_LIMIT_MS = 5000

/** Hides the code block before it, in pages that run no script. */
const HIDING_STYLE = `<style>.${MOVING}:has(+noscript){display:none}</style>`

/**
 * Adds the last form of a slide's moving code blocks for readers whose browser runs no script: they see the first form
 * otherwise, and have no steps.
 *
 * @param html - The slide at its first step.
 */
export async function addLastCodes(number: number, html: string): Promise<string> {
  const { nav } = findSlidev()
  if (!html.includes(MOVING) || nav.clicksTotal === 0) {
    return html
  }
  await nav.go(number, nav.clicksTotal)
  const codes = await untilTurned(number)
  const template = document.createElement('template')
  template.innerHTML = html
  for (const [index, first] of [...template.content.querySelectorAll(`.${MOVING}`)].entries()) {
    const last = codes[index]?.outerHTML ?? ''
    if (last !== '' && last !== first.outerHTML) {
      // Of the template's document, which runs no scripts, so that its content is parsed.
      const place = template.content.ownerDocument.createElement('noscript')
      place.innerHTML = HIDING_STYLE + last
      first.after(place)
    }
  }
  return template.innerHTML
}

/** Waits until the code blocks of a slide have their last form; gives up after a while. */
async function untilTurned(number: number): Promise<Element[]> {
  const until = performance.now() + TURNING_LIMIT_MS
  const slide = document.querySelector(`[data-slidev-no="${number}"]`)
  // Twice in a row, because a block begins to turn a task after the step.
  for (let times = 0; times < 2 && performance.now() < until;) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
    times = slide?.querySelector(TURNING) ? 0 : times + 1
  }
  return [...(slide?.querySelectorAll(`.${MOVING}`) ?? [])]
}
