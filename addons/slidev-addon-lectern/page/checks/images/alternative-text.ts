import type { Observation } from '../../observation.ts'
import { closestDrawn } from '../../slide/drawn-tree.ts'
import type { Graphic } from '../../slide/graphics.ts'

/** Kinds of the observation of an image whose `alt` is empty: small enough for decoration, or not. */
export const EMPTY_TEXT = 'empty alternative text'
export const EMPTY_TEXT_OF_LARGE = 'empty alternative text of a large image'

/** An image with at least this share of the slide's area is no decoration. */
const CONTENT_SHARE = 0.1

/** An image smaller than this, in CSS px, is an icon: nobody sees its pixels, and a text beside it says what it means. */
export const ICON_PX = 48

/** Observation of an image, which is where all of them are. */
export type ImageObservation = Omit<Observation, 'hint'>

/**
 * Checks an alternative text. An empty one in HTML says that the image is decoration, which a large image rarely is. An
 * empty one in Markdown says nothing, but only the source tells the two apart: see the kinds above.
 */
export function checkAlt(
  { element, name, drawn }: Graphic,
  share: number,
): ImageObservation | undefined {
  const isDecoration = closestDrawn(
    element,
    '[role="presentation"], [role="none"], [aria-hidden="true"]',
  )
  const alt = element.getAttribute('alt')?.trim()
  if (isDecoration || (alt && !isGeneric(alt))) {
    return undefined
  }
  const fix = 'Say what the image shows: `![what it shows](…)` or `alt="…"`.'
  if (alt) {
    return {
      seen: `the alternative text of ${name} does not say what it shows: "${alt}"`,
      expected: 'a text that tells people who cannot see the image what it shows',
      fix,
      severity: 'warning',
    }
  }
  const isIcon =
    drawn.right > drawn.left &&
    (drawn.right - drawn.left < ICON_PX || drawn.bottom - drawn.top < ICON_PX)
  return {
    seen: `${name} has no alternative text`,
    expected: 'a text that tells people who cannot see the image what it shows',
    fix: `${fix} For decoration, write \`role="presentation"\`.`,
    severity: isIcon || alt === '' ? 'hint' : 'warning',
    ...(alt === '' ? { kind: share < CONTENT_SHARE ? EMPTY_TEXT : EMPTY_TEXT_OF_LARGE } : {}),
  }
}

/** Words for images that say nothing about one; a number may follow. */
const GENERIC_RE =
  /^(?:images?|img|pictures?|pics?|photos?|screen ?shots?|figures?|fig|charts?|graphs?|diagrams?|plots?|untitled|unnamed|dsc[nf]?|pxl|bild|foto)(?:[-_. ]*(?:[\d-_. ]|at|from)+)?$/i

/** Tells whether an alternative text is a file's name, or a word for images in general. */
export function isGeneric(alt: string): boolean {
  return (
    /^\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i.test(alt) ||
    GENERIC_RE.test(alt) ||
    // The name that a program gave.
    /^(?=.*\d)[\da-f]{8}[\da-f-]*$/i.test(alt)
  )
}
