import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn } from '../slide/drawn-tree.ts'
import type { SlideView } from '../slide/slide-view.ts'

/** Matches markup; `before` is what tells its place if it has no text of its own. */
const RAW_RES = [
  // [text]{color=red}, [text]<color=red>, [text]{.class}
  /(?<markup>\[[^[\]]*\]\s?(?:\{(?:[^{}]*\s)?colou?r\s*=[^{}]*\}|<colou?r=[^<>]*>|\{\s*[.#][a-z][^{}]*\}))/gi,
  // behind a link, bold text and the like: {color=red}, <color=red>
  /(?<before>[^\s[\]{}]*\]?)(?<!\[[^[\]]*\]\s?)(?<markup>\{(?:[^{}]*\s)?colou?r\s*=[^{}]*\}|<colou?r=[^<>]*>)/gi,
  // {width=70%}, {style="width:10px"}
  /(?<markup>\{(?:[^{}]*\s)?(?:width|height|style)\s*=[^{}]*\})/gi,
]
// {onclick=alert(1)}, {.rounded}, {#id} and {width=70% behind an image
const RAW_ATTRIBUTES_RE = /^\s?\{(?:[^{}]*=|\s*[.#][\w-])[^{}]*(?:\}|$)/

/** Matches the first line of a block of Comark, such as a code group. */
const RAW_BLOCK_RE = /^[ \t]*(?<markup>:{2,}[a-z][\w-]*(?:\{[^{}]*\})?)[ \t]*$/gim

/** Kind of the observations of markup that is shown as text. */
export const RAW_MARKUP = 'raw markup'

/** Matches the text of a span that Comark makes of a footnote's mark, `[^1]`. */
const RAW_FOOTNOTE_RE = /^\^\S+$/

/** Kind of the observations of footnotes that are shown as text. */
export const LOST_FOOTNOTE = 'lost footnote'

/** Selects elements that may show markup on purpose. */
const CODE = 'pre, code, kbd, samp, svg, .katex, .mathjax, mjx-container, .monaco-editor'
const BLOCK = 'p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, div'

/**
 * Finds markup of colored spans, image sizes, blocks and footnotes that is shown as text, because an addon or setting
 * is missing or in its way, or the markup is malformed.
 */
export function inspectRawMarkup({ root, lines }: SlideView): Observation[] {
  const prose = lines.filter(({ element }) => !closestDrawn(element, CODE))
  const blocks = new Set(prose.map(({ element }) => closestDrawn(element, BLOCK) ?? root))
  // By markup, the reference that tells its place best.
  const places = new Map<string, string>()
  const texts = Array.from(blocks, readProse)
  for (const text of texts) {
    for (const { groups } of RAW_RES.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const { markup = '', before = '' } = groups ?? {}
      places.set(markup, places.get(markup) ?? before + markup)
    }
  }
  for (const image of root.querySelectorAll('img')) {
    const markup = readBehind(image)
    if (markup) {
      places.set(markup, markup)
    }
  }
  return [
    ...Array.from(places, reportRaw),
    ...Array.from(new Set(texts.flatMap(readBlocks)), reportRawBlock),
    ...[...root.querySelectorAll('span')].filter(isRawFootnote).map(reportLostFootnote),
    ...Array.from(root.querySelectorAll('span[color]'), reportUncolored),
  ]
}

function reportRaw([markup, place]: [string, string]): Observation {
  return {
    // Behind a link, the source has its address before the markup.
    hint: { reference: place, alternatives: [`)${markup}`, `>${markup}`, markup], text: markup },
    kind: RAW_MARKUP,
    severity: 'error',
    seen: `the markup ${quote(markup)} is shown as text`,
    expected: 'a colored text or a sized image',
    fix:
      'List slidev-addon-addon under `addons:` in the headmatter, or correct the markup: [text]{color=red}, ' +
      '![image](/a.png){width=70%}. For anything else write HTML.',
  }
}

/** Returns the first lines of blocks that a text has. */
function readBlocks(text: string): string[] {
  return [...text.matchAll(RAW_BLOCK_RE)].flatMap(({ groups }) => groups?.['markup'] ?? [])
}

function reportRawBlock(markup: string): Observation {
  return {
    hint: { reference: markup, alternatives: [markup], text: markup },
    kind: RAW_MARKUP,
    severity: 'error',
    seen: `the markup ${quote(markup)} is shown as text`,
    expected: 'a block, such as a group of code blocks',
    fix: 'Set `comark: true` in the headmatter, which makes a block of it, or put it in code.',
  }
}

/** Tells whether a span is a footnote's mark without its brackets. Style sheets of a slide mark all of its elements. */
function isRawFootnote(span: Element): boolean {
  return (
    RAW_FOOTNOTE_RE.test(span.textContent) &&
    span.getAttributeNames().every((name) => name.startsWith('data-v-')) &&
    !closestDrawn(span, CODE)
  )
}

function reportLostFootnote(span: Element, index: number, spans: readonly Element[]): Observation {
  const markup = `[${span.textContent}]`
  const reference = referenceOf(span)
  const before = spans.slice(0, index).filter((other) => referenceOf(other) === reference)
  return {
    hint: { reference, alternatives: [markup], nth: before.length },
    kind: LOST_FOOTNOTE,
    severity: 'error',
    seen: `the footnote ${quote(markup)} is shown as the text ${quote(span.textContent)}, and its note is lost`,
    expected: 'a number, and the note at the end of the slide',
    fix: 'Write the note in its place, `word^[the note]`, or remove `comark: true` from the headmatter.',
  }
}

/** Returns a footnote's mark with the word before it, which tells its line. */
function referenceOf({ textContent, previousSibling }: Element): string {
  const before = previousSibling instanceof Text ? previousSibling.data : ''
  return `${/\S*$/.exec(before)?.[0]}[${textContent}]`
}

function reportUncolored(span: Element): Observation {
  return {
    hint: { text: span.textContent },
    severity: 'warning',
    seen: `${quote(span.textContent)} is not colored: browsers ignore color="${span.getAttribute('color')}"`,
    expected: 'a colored text',
    fix: 'List slidev-addon-addon under `addons:` in the headmatter.',
  }
}

/** Returns the attributes that are shown as text behind an image; empty if there are none. */
function readBehind({ nextSibling }: Element): string {
  const text = nextSibling instanceof Text ? nextSibling.data : ''
  return RAW_ATTRIBUTES_RE.exec(text)?.[0].trim() ?? ''
}

/** Returns a block's text without its code. Markup may be split over several of its elements. */
function readProse(block: Element): string {
  const copy = block.cloneNode(true)
  if (copy instanceof Element) {
    for (const code of copy.querySelectorAll(CODE)) {
      // Keeps apart what the code separates.
      code.replaceWith('\uFFFC')
    }
  }
  return copy.textContent ?? ''
}
