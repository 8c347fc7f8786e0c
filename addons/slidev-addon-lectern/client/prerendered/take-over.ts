import { slides } from '#slidev/slides'

import { isSlideDrawn } from '../drawn.ts'
import { loadFonts } from '../load-fonts.ts'
import { readInputs } from './early-inputs.ts'
import type { EarlyInput } from './early-inputs.ts'
import { findShownSlide } from './shown-slide.ts'

/** Longest wait for the fonts of a slide, in ms. */
const FONTS_LIMIT_MS = 10_000

/**
 * Replaces the prerendered slide by the application as soon as that shows the same slide, and replays the
 * visitor's inputs. Does nothing in a page that was not prerendered.
 */
export async function takeOver(): Promise<void> {
  const prerendered = document.querySelector('#lectern-prerendered')
  if (!prerendered) {
    return
  }
  await waitForSlide()
  window.lecternEarlyInputs?.stop()
  const inputs = readInputs(window.lecternEarlyInputs?.events ?? [], prerendered)
  document.querySelectorAll('[data-lectern-prerendered]').forEach((part) => part.remove())
  prerendered.remove()
  document.querySelector('#app')?.removeAttribute('inert')
  for (const input of inputs) {
    await nextFrameWhere(() => isDrawn() || isAnotherView())
    replay(input)
    // Slidev knows its next slide only after the tasks of this input.
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
  }
}

/**
 * Waits until the application shows a slide with its fonts and images, or another view. Does not wait for images
 * of other hosts, which may never come.
 */
export async function waitForSlide(): Promise<void> {
  await nextFrameWhere(() => isDrawn() || isAnotherView())
  const slide = findShownSlide()
  if (slide) {
    const images = [...slide.querySelectorAll('img')].filter(({ src }) => isOwn(src))
    await Promise.all([
      waitForFonts(slide),
      // Ignores images that failed to load: the prerendered slide has none either.
      ...images.map(async (image) => image.decode().catch(() => {})),
    ])
  }
  await nextFrameWhere(() => true)
}

/**
 * Waits for the deck's style sheets, which a prerendered page loads after its slide, and for the slide's fonts.
 * Otherwise the application would measure unstyled elements, and its slide would move when the fonts come.
 * Does not wait for style sheets of other hosts, which may never come.
 *
 * @throws {Event} when one of the deck's style sheets cannot be loaded.
 */
export async function loadStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[data-rel=stylesheet]')
  const styles = [...links].filter(({ href }) => isOwn(href))
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
  const prerendered = document.querySelector('#lectern-prerendered')
  if (prerendered) {
    await waitForFonts(prerendered)
  }
}

/** Whether an address is on the deck's own host. */
function isOwn(address: string): boolean {
  return new URL(address, location.href).origin === location.origin
}

/** Loads the fonts of a slide; goes on without fonts that do not come, such as those of other hosts. */
async function waitForFonts(slide: Element): Promise<void> {
  const limit = new Promise((resolve) => {
    setTimeout(resolve, FONTS_LIMIT_MS)
  })
  await Promise.race([loadFonts(slide), limit])
}

/** Whether the application's slide is drawn. */
function isDrawn(): boolean {
  const shown = findShownSlide()
  const slide = slides.value.find(({ no }) => String(no) === shown?.dataset['slidevNo'])
  return shown !== undefined && isSlideDrawn(shown, slide)
}

/** Whether the application shows a view without a slide, such as that of an unknown address. */
function isAnotherView(): boolean {
  const app = document.querySelector('#app')
  return app !== null && app.childElementCount > 0 && !app.querySelector('#page-root')
}

/** Waits for the first frame in which a condition holds. */
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
