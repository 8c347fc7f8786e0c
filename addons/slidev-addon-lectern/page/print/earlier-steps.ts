import { HIDDEN_BY_STEP } from '../../client/hidden-steps.ts'
import { toOneLine } from '../../deck/one-line.ts'
import { plainName } from '../../deck/source-lines.ts'
import type { SourceHint } from '../../deck/source-lines.ts'
import { nameItems, quote } from '../observation.ts'
import type { Adaptation } from './adaptation.ts'

/** Matches what is no text of the slide. */
const UNREAD = 'style, script'

/** Matches elements whose text stands apart from the one around them. */
const APART =
  'address, blockquote, br, dd, div, dl, dt, figcaption, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, summary, ' +
  'table, td, th, tr, ul, .line'

/** Matches drawings, which may have a name. */
const DRAWING = 'svg, canvas, [role="img"], .mermaid, [class^="i-"], [class*=" i-"]'

/** Something that is not printed. */
interface Lost {
  /** Text in quotation marks, the picture's alternative text or file name, or what it is. */
  name: string
  hint: SourceHint
}

/**
 * Names what only earlier steps of a slide show. What the step that is shown says, too, is not lost.
 *
 * @param root - A slide at its last step.
 */
export function nameEarlierSteps(root: HTMLElement): Omit<Adaptation, 'slide'>[] {
  const hidden = [...root.querySelectorAll(HIDDEN_BY_STEP)].filter(isGone)
  const shown = readText(root, new Set(hidden))
  const lost = hidden
    .filter((element) => !hidden.some((other) => other !== element && other.contains(element)))
    .flatMap((element) => describeLost(element, shown))
  const [first] = lost
  const verb = lost.length > 1 ? 'are' : 'is'
  return first
    ? [
        {
          kind: 'step',
          hint: first.hint,
          severity: 'hint',
          message: nameItems(
            `only earlier steps show {items}, which ${verb} not printed; ` +
              '`npx lectern export --clicks` prints a page for each step',
            [...new Set(lost.map(({ name }) => name))],
          ),
        },
      ]
    : []
}

/** Tells whether a step hides an element so that nothing is seen of it: a deck may only dim what Slidev hides. */
export function isGone(element: Element): boolean {
  const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  return element.matches(HIDDEN_BY_STEP) && !isSeen
}

/** Describes an element by its text or, where it has none, by its pictures and drawings. */
function describeLost(element: Element, shown: string): Lost[] {
  const text = readText(element)
  if (text !== '') {
    return isSaid(text, shown) ? [] : [{ name: quote(text), hint: { text } }]
  }
  const parts = [element, ...element.querySelectorAll('*')]
  const pictures = parts.flatMap((part) =>
    part instanceof HTMLImageElement ? describePicture(part, shown) : [],
  )
  const drawing = parts.find((part) => part.matches(DRAWING))
  return pictures.length === 0 && drawing ? describeDrawing(drawing, shown) : pictures
}

function describePicture(image: HTMLImageElement, shown: string): Lost[] {
  const reference = image.getAttribute('src') ?? ''
  const name = image.alt || plainName(reference)
  return isSaid(name, shown) ? [] : [{ name: quote(name), hint: { reference } }]
}

function describeDrawing(drawing: Element, shown: string): Lost[] {
  const name = drawing.getAttribute('aria-label') ?? drawing.querySelector('title')?.textContent
  if (name === undefined || name.trim() === '') {
    return [{ name: 'a drawing', hint: {} }]
  }
  return isSaid(name, shown) ? [] : [{ name: quote(name), hint: { text: name } }]
}

/** Tells whether a text has another one's words one after the other, or where that has none, its signs. */
function isSaid(text: string, shown: string): boolean {
  const words = listWords(text)
  return words === ' ' ? shown.includes(text) : listWords(shown).includes(words)
}

/** Returns the words of a text with a space on both sides of each. */
function listWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []
  return [' ', ...words.map((word) => `${word} `)].join('')
}

/** Returns the text of an element on one line, formulas as TeX, without some of the elements in it. */
function readText(element: Element, without: ReadonlySet<Element> = new Set()): string {
  const copy = document.implementation.createHTMLDocument().importNode(element, true)
  const parts = [...copy.querySelectorAll('*')]
  for (const [index, original] of element.querySelectorAll('*').entries()) {
    if (without.has(original)) {
      parts[index]?.remove()
    }
  }
  copy.querySelectorAll(UNREAD).forEach((part) => part.remove())
  for (const formula of copy.querySelectorAll('.katex')) {
    formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '')
  }
  for (const part of copy.querySelectorAll(APART)) {
    part.before(' ')
    part.after(' ')
  }
  return toOneLine(copy.textContent ?? '')
}
