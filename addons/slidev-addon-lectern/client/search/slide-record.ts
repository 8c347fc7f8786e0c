import { toPlainText } from '../reading/plain-text.ts'

/** Texts of a slide by their kind; each text is of one kind. */
export interface SlideRecord {
  /** 1-based number. */
  slide: number
  title: string
  /** Words on the slide, and its note where that is public. */
  text: string
  /** Alternative texts of images and drawings. */
  alt: string
  code: string
  /** Formulas as they were typed, in TeX. */
  formulas: string
}

/** Matches elements that say nothing of their own, or say again what another one says. */
const REPEATED =
  'script, style, template, noscript, button, nav, lectern-figure, [hidden], [aria-hidden=true], ' +
  '.lectern-place, .lectern-for-readers, .lectern-description, svg :is(title, desc, defs, metadata)'

/** Matches elements whose name stands for them. */
const NAMED = 'img, video, audio, canvas, [role=img]'

/** Matches elements that do not end a line. */
const INLINE =
  'a, abbr, b, bdi, bdo, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, rb, rp, rt, ruby, s, samp, small, ' +
  'span, strong, sub, sup, time, tspan, u, var, wbr'

/** Stands between texts that follow one another, and for a formula in a sentence. */
const SEPARATOR = ' · '
const OMITTED = '…'

/** Matches the end of a text that needs no separator. */
const ENDED_RE = /[.,:;!?…。，：；！？]$/u

/** Matches characters that nobody sees or types: soft hyphens and places to break a line. */
const UNSEEN_RE = /[\u00AD\u200B\u2060\uFEFF]/gu

/** Reads the texts of a slide from its section of the article. */
export function readRecord(section: Element): SlideRecord {
  const heading = section.querySelector('h1, h2')
  const found = { lines: [''], alt: new Set<string>(), code: [''], formulas: [''] }
  const write = (text: string): void => {
    found.lines.push((found.lines.pop() ?? '') + text)
  }
  const read = (node: Node): void => {
    if (!(node instanceof Element)) {
      write(node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '')
    } else if (node.matches('.katex, math')) {
      found.formulas.push(readFormula(node))
      write(OMITTED)
    } else if (node.matches('pre')) {
      found.code.push(readLines(node))
      found.lines.push('')
    } else if (node.matches('svg') && !node.matches(REPEATED)) {
      found.alt.add(readName(node))
      // Its words are drawn, too.
      readParts(node)
    } else if (node.matches(NAMED)) {
      found.alt.add(readName(node))
      write(' ')
    } else if (node !== heading && !node.matches(REPEATED)) {
      readParts(node)
    }
  }
  const readParts = (element: Element): void => {
    const isInline = element.matches(INLINE)
    if (!isInline) {
      found.lines.push('')
    } else if (element.matches('sup') && /\d$/.test(found.lines.at(-1) ?? '')) {
      // 10^25 is not 1025.
      write('^')
    }
    element.childNodes.forEach(read)
    if (!isInline) {
      found.lines.push('')
    }
  }
  section.childNodes.forEach(read)
  // Seen at an earlier step, where the article has the last one.
  found.lines.push(section.getAttribute('data-replaced') ?? '')
  return {
    slide: Number(section.getAttribute('data-slide')),
    title: heading ? tidy(toPlainText(heading)) : '',
    text: join(found.lines.filter((line) => line.trim() !== OMITTED)),
    alt: join([...found.alt]),
    code: join(found.code),
    formulas: join(found.formulas),
  }
}

/** Reads text whose lines may end with an element. */
function readLines(element: Element): string {
  const twin = element.cloneNode(true)
  if (twin instanceof Element) {
    twin.querySelectorAll('br').forEach((end) => end.replaceWith('\n'))
  }
  return twin.textContent ?? ''
}

function readFormula(element: Element): string {
  const typed = element.querySelector('annotation[encoding="application/x-tex"]')
  return (typed ?? element.querySelector('math') ?? element).textContent ?? ''
}

function readName(element: Element): string {
  const title = element.matches('svg') ? element.querySelector('title')?.textContent : undefined
  return tidy(element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? title ?? '')
}

/** Joins texts into one line. */
function join(texts: readonly string[]): string {
  return texts
    .map(tidy)
    .filter((text) => text !== '')
    .reduce(
      (all, text) => all + (all === '' ? '' : ENDED_RE.test(all) ? ' ' : SEPARATOR) + text,
      '',
    )
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(UNSEEN_RE, '').replaceAll(/\s+/gu, ' ').trim()
}
