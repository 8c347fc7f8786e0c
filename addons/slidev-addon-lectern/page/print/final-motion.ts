import { nextFrame } from '../next-frame.ts'
import { findComponents } from './vue-tree.ts'

/** Key under which Slidev provides a slide's number, as Vue's ref, to what is on the slide. */
const PAGE_KEY = '$$slidev-page'

/**
 * Moves elements with `v-motion` to where they are at the slide's last click. Slidev places them before it knows how many
 * clicks there are, and again only when the number of the slide changes.
 */
export async function finishMotion(): Promise<void> {
  const pages = findComponents('SlideWrapper').flatMap(({ provides, subTree }) => {
    const page = provides?.[PAGE_KEY]
    const moving = listMoving(subTree?.el)
    const isLate = moving.some(hasClicks)
    return isNumberRef(page) && isLate ? [{ page, number: page.value, moving }] : []
  })
  // Components that depend on the slide's number are drawn anew, without the styles that motion has set.
  const still = pages.flatMap(({ moving }) =>
    moving
      .filter((element) => !hasClicks(element))
      .map((element) => ({ element, style: element.style.cssText })),
  )
  for (const { page } of pages) {
    page.value = 0
  }
  await nextFrame()
  for (const { page, number } of pages) {
    page.value = number
  }
  await nextFrame()
  for (const { element, style } of still) {
    element.style.cssText = style
  }
}

/** Lists the elements of a slide with `v-motion`. */
function listMoving(slide: unknown): (HTMLElement | SVGElement)[] {
  return slide instanceof Element
    ? [...slide.querySelectorAll<HTMLElement | SVGElement>('*')].filter(
        (element) => 'motionInstance' in element,
      )
    : []
}

/** Tells whether an element with `v-motion` also moves or appears with clicks. */
function hasClicks(element: Element): boolean {
  const motion = 'motionInstance' in element ? element.motionInstance : undefined
  const clicks =
    typeof motion === 'object' && motion !== null && 'clickIds' in motion ? motion.clickIds : []
  return element.matches('.slidev-vclick-target') || (Array.isArray(clicks) && clicks.length > 0)
}

function isNumberRef(value: unknown): value is { value: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'number'
  )
}
