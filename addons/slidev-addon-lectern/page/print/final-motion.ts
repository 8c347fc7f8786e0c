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
    return isNumberRef(page) && hasMotion(subTree?.el) ? [{ page, number: page.value }] : []
  })
  for (const { page } of pages) {
    page.value = 0
  }
  await nextFrame()
  for (const { page, number } of pages) {
    page.value = number
  }
  await nextFrame()
}

function hasMotion(slide: unknown): boolean {
  return (
    slide instanceof Element &&
    [...slide.querySelectorAll('*')].some((element) => 'motionInstance' in element)
  )
}

function isNumberRef(value: unknown): value is { value: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'number'
  )
}

async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}
