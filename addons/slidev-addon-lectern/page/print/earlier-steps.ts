import { toOneLine } from '../../deck/one-line.ts'
import { plainName } from '../../deck/source-lines.ts'
import type { SourceHint } from '../../deck/source-lines.ts'
import { nameItems, quote } from '../observation.ts'
import type { Adaptation } from './adaptation.ts'

/** Matches what the step that is shown hides: other states of a `v-switch`, and what clicks make come and go. */
export const HIDDEN = '.slidev-vclick-display-none, .slidev-vclick-hidden'

/** Matches what is no text of the slide, or says the same again: a formula is there for the eye, and as its TeX. */
const UNREAD = 'style, script, .katex-html, annotation'

/** Text or picture that is not printed. */
interface Lost {
  /** Text, or the picture's alternative text or file name. */
  name: string
  hint: SourceHint
}

/**
 * Names what only earlier steps of a slide show. What the step that is shown says, too, is not lost.
 *
 * @param root - A slide at its last step.
 */
export function nameEarlierSteps(root: HTMLElement): Omit<Adaptation, 'slide'>[] {
  const shown = readText(root, HIDDEN)
  const lost = [...root.querySelectorAll(HIDDEN)]
    .filter((element) => !element.parentElement?.closest(HIDDEN))
    .flatMap(listContent)
    .filter(({ name }) => !shown.includes(name))
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
            lost.map(({ name }) => quote(name)),
          ),
        },
      ]
    : []
}

/** Returns the text of an element, or the pictures of one without. */
function listContent(element: Element): Lost[] {
  const text = readText(element)
  return text === ''
    ? [element, ...element.querySelectorAll('*')].flatMap((part) =>
        part instanceof HTMLImageElement ? describePicture(part) : [],
      )
    : [{ name: text, hint: { text } }]
}

function describePicture(image: HTMLImageElement): Lost {
  const reference = image.getAttribute('src') ?? ''
  return { name: image.alt || plainName(reference), hint: { reference } }
}

/** Returns the text of an element on one line, without the parts that match. */
function readText(element: Element, without?: string): string {
  const copy = document.implementation.createHTMLDocument().importNode(element, true)
  const unread = without === undefined ? UNREAD : `${UNREAD}, ${without}`
  copy.querySelectorAll(unread).forEach((part) => part.remove())
  return toOneLine(copy.textContent ?? '')
}
