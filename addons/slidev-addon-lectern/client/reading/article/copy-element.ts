import { toOneLine } from '../../../deck/one-line.ts'
import { copyCode, copyEditor, copyFormula, copyTable } from './copy-boxes.ts'
import { copyInput, copySelect, copyTextArea } from './copy-fields.ts'
import { copyFrame, copyMedia, copyObject } from './copy-media.ts'
import { copyBackground, copyCanvas, copyDrawing, copyImage } from './copy-pictures.ts'
import { copyKept, copyPlain } from './copy-text.ts'
import { create } from './copying.ts'
import type { Copying } from './copying.ts'
import { isReplaced } from './replaced.ts'
import { setApart } from './set-apart.ts'
import { isHidden, isIconButton, isPageNumber, TAB } from './visibility.ts'

/** Elements that mean the same in an article. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'p ul ol li dl dt dd blockquote hr details summary figure figcaption address h1 h2 h3 h4 h5 h6 ' +
    'thead tbody tfoot tr th td caption a strong em b i u s del ins sub sup kbd mark small abbr cite q dfn var samp ' +
    'time code ruby rt rp br wbr bdi bdo'
  ).split(' '),
)

/** Copies a node of a slide into an article, without its place and size. */
export function copyNode(node: Node, to: Element, copying: Copying): void {
  if (node instanceof Text) {
    copyText(node, to)
  } else if (node instanceof Element) {
    copyElement(node, to, copying)
  }
}

function copyText(text: Text, to: Element): void {
  const { parentElement, data } = text
  const hasLines = parentElement && getComputedStyle(parentElement).whiteSpace.startsWith('pre')
  if (!hasLines) {
    to.append(data)
    return
  }
  for (const [index, line] of data.split('\n').entries()) {
    to.append(...(index > 0 ? [create('br')] : []), line)
  }
}

function copyElement(element: Element, to: Element, copying: Copying): void {
  const style = getComputedStyle(element)
  if (isReplaced(element)) {
    copying.replaced.push(listTexts(element))
    return
  }
  const isOut =
    element === copying.heading ||
    isHidden(element, style) ||
    isPageNumber(element, style, copying) ||
    isIconButton(element)
  if (isOut) {
    return
  }
  const special = copySpecial(element, copying)
  if (special !== undefined) {
    to.append(...(special ? setApart(element, special, style) : []))
    return
  }
  if (element.matches(TAB)) {
    to.append(create('p', { class: 'lectern-tab' }, nameTab(element)))
  }
  const background = copyBackground(element, style, copying)
  to.append(...(background ? [background] : []))
  const name = element.localName
  const twin = KEPT.has(name) ? copyKept(element, style, copying) : copyPlain(element, style)
  copying.copyChildren(element, twin)
  to.append(...setApart(element, twin, style))
}

/** Returns the words of an element, which may not be drawn. */
function listTexts(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    texts.push(walker.currentNode.nodeValue ?? '')
  }
  return toOneLine(texts.join(' '))
}

/** Returns the title of a block in a group of code, without the name of its icon. */
function nameTab(block: Element): string {
  return (block.getAttribute('data-title') ?? '').replaceAll(/~[^~]+~/g, '').trim()
}

/**
 * Copies an element that is drawn as a whole.
 *
 * @returns `undefined` for other elements, `null` for one that has nothing to show.
 */
function copySpecial(element: Element, copying: Copying): Element | null | undefined {
  if (element.matches('.katex-display, .katex')) {
    return copyFormula(element)
  }
  if (element.matches('.monaco-editor')) {
    return copyEditor(element)
  }
  if (element instanceof HTMLPreElement) {
    return copyCode(element)
  }
  if (element instanceof HTMLTableElement) {
    return copyTable(element, copying)
  }
  if (element instanceof HTMLImageElement) {
    return copyImage(element, copying)
  }
  if (element instanceof SVGElement) {
    return copyDrawing(element, copying) ?? null
  }
  if (element instanceof HTMLCanvasElement) {
    return copyCanvas(element, copying) ?? null
  }
  if (element instanceof HTMLMediaElement) {
    return copyMedia(element)
  }
  if (element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement) {
    return copyObject(element)
  }
  if (element instanceof HTMLIFrameElement) {
    return copyFrame(element) ?? null
  }
  if (element instanceof HTMLInputElement) {
    return copyInput(element)
  }
  if (element instanceof HTMLSelectElement) {
    return copySelect(element)
  }
  if (element instanceof HTMLTextAreaElement) {
    return copyTextArea(element)
  }
  if (element.matches('[role=img][aria-label]') && element.textContent !== '') {
    return copyShapes(element)
  }
  const drawing = element.shadowRoot?.querySelector('svg')
  return drawing ? (copyDrawing(drawing, copying) ?? null) : undefined
}

/**
 * Copies an element that is named as a picture: text in a line as it is, otherwise its name, because its parts are
 * shapes.
 */
function copyShapes(element: Element): Element {
  const label = element.getAttribute('aria-label') ?? ''
  const isText = element.childElementCount === 0
  return isText
    ? create('span', { role: 'img', 'aria-label': label }, element.textContent ?? '')
    : create('p', {}, label)
}
