import { loadFonts } from '../load-fonts.ts'
import { readInputs } from './early-input.ts'
import type { EarlyInput } from './early-input.ts'
import { findShownSlide } from './shown-slide.ts'

/**
 * Puts the application in the place of the prerendered slide as soon as it shows the same, and gives it
 * what the visitor did meanwhile. Does nothing in a page that was not prerendered.
 */
export async function takeOver(): Promise<void> {
  const copy = document.querySelector('#prerendered')
  if (!copy) {
    return
  }
  await waitForSlide()
  window.deckEarly?.stop()
  const inputs = readInputs(window.deckEarly?.events ?? [], copy)
  document.querySelectorAll('[data-deck-prerendered]').forEach((part) => part.remove())
  copy.remove()
  document.querySelector('#app')?.removeAttribute('inert')
  for (const input of inputs) {
    await nextFrameWhere(() => isDrawn() || isAnotherView())
    replay(input)
    // Slidev knows its next slide when the tasks of this one are done.
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
  }
}

/**
 * Waits until the application shows a slide with its type and pictures, or something else.
 */
export async function waitForSlide(): Promise<void> {
  await nextFrameWhere(() => isDrawn() || isAnotherView())
  const slide = findShownSlide()
  if (slide) {
    await Promise.all([
      loadFonts(slide),
      // A picture that is not there is none in the prerendered slide either.
      ...[...slide.querySelectorAll('img')].map(async (image) => image.decode().catch(() => {})),
    ])
  }
  await nextFrameWhere(() => true)
}

/**
 * Waits for the deck's style sheets, which a prerendered page loads after its slide, and for the slide's
 * type: the application would measure what is not styled yet, and move its slide when the type comes.
 *
 * @throws {Event} when a style sheet cannot be loaded.
 */
export async function loadStyles(): Promise<void> {
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[data-rel=stylesheet]')]
  await Promise.all(
    styles.map(
      async (style) =>
        style.sheet ??
        new Promise((resolve, reject) => {
          style.addEventListener('load', resolve)
          style.addEventListener('error', reject)
        }),
    ),
  )
  const copy = document.querySelector('#prerendered')
  if (copy) {
    await loadFonts(copy)
  }
}

/** Whether the application's slide is there with its layout. */
function isDrawn(): boolean {
  return Boolean(findShownSlide()?.querySelector('.slidev-layout'))
}

/** Whether the application shows something without a slide, such as the page of an unknown address. */
function isAnotherView(): boolean {
  const app = document.querySelector('#app')
  return app !== null && app.childElementCount > 0 && !app.querySelector('#page-root')
}

/** Waits for the first frame in which something holds. */
async function nextFrameWhere(holds: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (holds()) {
        resolve()
      } else {
        requestAnimationFrame(look)
      }
    }
    requestAnimationFrame(look)
  })
}

function replay(input: EarlyInput): void {
  if (input.kind === 'button') {
    document.querySelectorAll<HTMLElement>('#app nav button')[input.index]?.click()
    return
  }
  for (const type of ['keydown', 'keyup']) {
    document.body.dispatchEvent(
      new KeyboardEvent(type, { ...input, bubbles: true, cancelable: true }),
    )
  }
}
