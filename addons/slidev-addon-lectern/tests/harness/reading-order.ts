import { readFileSync } from 'node:fs'

import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'

import { readContent } from '../../print/pdf/content/read-content.ts'
import { takeTags } from '../../print/pdf/structure/read-tags.ts'
import { isElement, readText } from '../../print/pdf/structure/tag-tree.ts'
import type { TagChild, TagElement } from '../../print/pdf/structure/tag-tree.ts'

/** A slide as its PDF is read aloud. */
export interface ReadSlide {
  title: string
  /** Elements with what is said for each, indented by level: `H1 Costs`, `Figure (a curve that falls)`. */
  lines: string[]
  /** All that is said, without the markers of lists. */
  text: string
}

/** Elements that are written on one line, with all that they hold. */
const LINES: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 Lbl TH TD Caption Figure Formula'.split(' '),
)

/** Reads the tags of a PDF as a screen reader does, slide by slide. */
export async function readAloud(path: string): Promise<ReadSlide[]> {
  const pdf = await PDFDocument.load(readFileSync(path))
  const tags = takeTags(pdf, readContent(pdf), 'en')
  const slides = tags?.children.filter((child) => isElement(child)) ?? []
  return slides
    .filter(({ role }) => role === 'Sect')
    .map((slide) => ({
      title: slide.title ?? '',
      lines: slide.children.flatMap((child) => drawLines(child, '')),
      text: readWithoutMarkers(slide),
    }))
}

function drawLines(child: TagChild, indent: string): string[] {
  if (!isElement(child)) {
    const text = readText(child).trim()
    return text === '' ? [] : [`${indent}${text}`]
  }
  const name = [child.role, child.language && `[${child.language}]`].filter(Boolean).join(' ')
  const hasBlocks = child.children.some((each) => isElement(each) && !isPhrase(each))
  if (!hasBlocks || LINES.has(child.role)) {
    const words = child.actualText ?? child.alt ?? child.children.map(readPhrases).join('')
    const text = words.replace(/\s+/g, ' ').trim()
    return [`${indent}${name} ${text}`.trimEnd()]
  }
  return [`${indent}${name}`, ...child.children.flatMap((each) => drawLines(each, `${indent}  `))]
}

function isPhrase({ role }: TagElement): boolean {
  return ['Span', 'Link', 'Code', 'Formula', 'Figure', 'Form'].includes(role)
}

/** Returns the text of a line, with its links, pictures, formulas and languages in brackets. */
function readPhrases(child: TagChild): string {
  if (!isElement(child)) {
    return readText(child)
  }
  const own = child.actualText ?? child.alt
  const text = own ?? child.children.map(readPhrases).join('')
  const names: Readonly<Record<string, string>> = {
    Figure: 'picture',
    Formula: 'formula',
    Link: 'link',
  }
  const name = child.language ?? names[child.role]
  return name === undefined ? text : ` <${name}: ${text.trim()}> `
}

function readWithoutMarkers(child: TagChild): string {
  if (!isElement(child) || child.alt !== undefined) {
    return readText(child)
  }
  return child.role === 'Lbl' ? '' : child.children.map(readWithoutMarkers).join(' ')
}

/**
 * Returns what stands on each slide of a print view, in the order of its elements: words, alternative texts and the
 * sources of formulas.
 */
export async function listSlideTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const UNREAD = 'style, script, title, .sr-only, [aria-hidden="true"]'
    const readAll = (nodes: Iterable<Node>): string => [...nodes].map(read).join('')
    const read = (node: Node): string => {
      if (node instanceof Text) {
        return node.data
      }
      const isShown =
        node instanceof Element &&
        !node.matches(UNREAD) &&
        node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      return isShown ? ` ${readElement(node)} ` : ''
    }
    const readElement = (element: Element): string => {
      const name = element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? ''
      if (element.classList.contains('katex')) {
        return element.querySelector('annotation')?.textContent ?? ''
      }
      if (element.matches('img, [role="img"]')) {
        return name || (element.querySelector('title')?.textContent ?? '')
      }
      if (element instanceof HTMLProgressElement) {
        return `${name}: ${element.value}`
      }
      if (element instanceof HTMLSelectElement) {
        return [...element.selectedOptions].map(({ label }) => label).join()
      }
      if (element instanceof HTMLInputElement) {
        return element.type === 'text' ? element.value : ''
      }
      const nodes = element.matches('details:not([open])')
        ? element.querySelectorAll('summary')
        : (element.shadowRoot ?? element).childNodes
      const words = readAll(nodes)
      return element.matches('[role="figure"]') ? `${name} ${words}` : words
    }
    return [...document.querySelectorAll('.print-slide-container')].map(read)
  })
}
