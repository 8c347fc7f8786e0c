import { breakLines } from '../../note-lines.ts'
import { toPlainText } from '../plain-text.ts'
import { copyNode } from './copy-element.ts'
import { create } from './copying.ts'
import type { Copying } from './copying.ts'
import { flattenHeading, HEADINGS } from './flatten-heading.ts'
import { groupText } from './group-text.ts'
import { nameApart } from './name-apart.ts'
import { nameBoxes } from './name-boxes.ts'
import { isWithinReplaced } from './replaced.ts'

/** A slide that is drawn with all its steps, and its facts. */
export interface DrawnSlide {
  /** 1-based number. */
  number: number
  /** Title as Slidev reads it; empty where there is none. */
  title: string
  /** Box of the slide as it is drawn, in CSS px. */
  box: DOMRect
  /** Parts of the slide, without the layers that all slides share. */
  elements: readonly HTMLElement[]
  /** Note that the author made public, as HTML; empty where there is none. */
  noteHtml: string
  /** Address of the slide. */
  href: string
  /** Returns the number of the slide that a link leads to. */
  slideOf: (link: HTMLAnchorElement) => number | undefined
}

/** Greatest level of a heading in HTML. */
const LAST_LEVEL = 6

/** Composes the section of an article that says what a slide says. */
export function composeSection(slide: DrawnSlide): HTMLElement {
  const { number, elements } = slide
  const heading = findHeading(slide)
  const copying: Copying = {
    number,
    box: slide.box,
    heading,
    replaced: [],
    slideOf: slide.slideOf,
    copyChildren: (from, to) => from.childNodes.forEach((node) => copyNode(node, to, copying)),
  }
  const id = `slide-${number}`
  const name = create(number === 1 ? 'h1' : 'h2', { id: `${id}-title`, tabindex: '-1' })
  if (heading) {
    copying.copyChildren(heading, name)
    flattenHeading(name)
  } else {
    name.append(slide.title || `Slide ${number}`)
  }
  const place = create(
    'a',
    {
      class: 'lectern-place',
      href: slide.href,
      'data-to-slide': String(number),
      'aria-label': `Slide ${number}`,
      lang: 'en',
    },
    String(number),
  )
  const content = create('div')
  elements.forEach((element) => copyNode(element, content, copying))
  content.querySelectorAll(HEADINGS).forEach(flattenHeading)
  groupText(content)
  const section = create(
    'section',
    { id, 'data-slide': String(number) },
    create('div', { class: 'lectern-heading' }, name, place),
    // All that is left of a container that only held the slide.
    ...content.childNodes,
  )
  if (copying.replaced.length > 0) {
    section.setAttribute('data-replaced', copying.replaced.join(' '))
  }
  if (slide.noteHtml.trim() !== '') {
    section.append(composeNote(slide.noteHtml))
  }
  levelHeadings(section, number === 1 ? 1 : 2)
  nameApart(section, number)
  nameBoxes(section, number)
  return section
}

/** Finds the heading that is the slide's title: the first one of the two highest levels, or that of the same text. */
function findHeading({ elements, title }: DrawnSlide): Element | undefined {
  const headings = elements
    .flatMap((element) => [...element.querySelectorAll(HEADINGS)])
    .filter((heading) => !isWithinReplaced(heading))
  return (
    headings.find((heading) => heading.matches('h1, h2')) ??
    headings.find((heading) => title !== '' && toPlainText(heading) === title)
  )
}

function composeNote(html: string): Element {
  const note = create('aside', { class: 'lectern-note', 'aria-label': 'Note' })
  note.innerHTML = html
  note.querySelectorAll('.slidev-note-click-mark').forEach((mark) => mark.remove())
  breakLines(note)
  return note
}

/** Gives the headings below the section's own, of level `top`, levels without gaps. */
function levelHeadings(section: Element, top: number): void {
  let last = top
  let lowest: number | undefined
  for (const heading of section.querySelectorAll(HEADINGS)) {
    if (!heading.id.startsWith('slide-')) {
      const level = Number(heading.localName.slice(1))
      lowest ??= level
      last = Math.min(Math.max(level - lowest, 0) + top + 1, last + 1, LAST_LEVEL)
      const twin = document.createElement(`h${last}`)
      twin.append(...heading.childNodes)
      for (const { name, value } of heading.attributes) {
        twin.setAttribute(name, value)
      }
      heading.replaceWith(twin)
    }
  }
}
