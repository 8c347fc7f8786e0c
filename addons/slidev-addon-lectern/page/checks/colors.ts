import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn } from '../slide/drawn-tree.ts'
import type { SlideView } from '../slide/slide-view.ts'

// [text]{color=red}, [text]<color=red>, and {width=70%} of an image
const RAW_SPAN_RE = /\[[^[\]]*\]\s?(?:\{[^{}]*colou?r\s*=[^{}]*\}|<colou?r=[^<>]*>)/g
const RAW_SIZE_RE = /\{\s*(?:width|height)\s*=[^{}]*\}/g

/** Selects elements that may show markup on purpose. */
const CODE = 'pre, code, .katex, .monaco-editor'

/**
 * Finds markup of colored spans and image sizes that is shown as text, because the addon that renders it is missing
 * or the markup is malformed.
 */
export function inspectRawMarkup({ root, lines }: SlideView): Observation[] {
  const prose = lines.filter(({ element }) => !closestDrawn(element, CODE))
  const blocks = new Set(prose.map(({ element }) => blockAround(element, root)))
  const raw = Array.from(blocks, readProse).flatMap((text) =>
    [RAW_SPAN_RE, RAW_SIZE_RE].flatMap((pattern) => text.match(pattern) ?? []),
  )
  const uncolored = [...root.querySelectorAll('span[color]')]
  return [
    ...[...new Set(raw)].map((markup) => ({
      hint: { reference: markup, text: markup },
      seen: `the markup ${quote(markup)} is shown as text`,
      expected: 'a colored text or a sized image',
      fix: 'List slidev-addon-addon under `addons:` in the headmatter, or correct the markup: [text]{color=red}.',
    })),
    ...uncolored.map((span) => ({
      hint: { text: span.textContent },
      seen: `${quote(span.textContent)} is not colored: browsers ignore color="${span.getAttribute('color')}"`,
      expected: 'a colored text',
      fix: 'List slidev-addon-addon under `addons:` in the headmatter.',
    })),
  ]
}

/** Returns the block around an element, because markup may be split over several elements. */
function blockAround(element: Element, root: Element): Element {
  const block = closestDrawn(
    element,
    'p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, div',
  )
  return block ?? root
}

/** Returns a block's text without its code. */
function readProse(block: Element): string {
  const copy = block.cloneNode(true)
  if (copy instanceof Element) {
    for (const code of copy.querySelectorAll(CODE)) {
      code.remove()
    }
  }
  return copy.textContent ?? ''
}
