import { copyIcon } from './copy-pictures.ts'
import { create } from './copying.ts'
import type { Copying } from './copying.ts'
import { isForReaders } from './visibility.ts'

/** Attributes that are part of the meaning. */
const ATTRIBUTES =
  'lang dir title datetime start reversed type value open cite colspan rowspan scope headers id'.split(
    ' ',
  )

/** Markers of lists that an article has by itself. */
const USUAL_MARKERS: ReadonlySet<string> = new Set(['disc', 'circle', 'square', 'decimal'])

/** Matches properties of an element's own style that color or underline its text. */
const LOOK_RE = /^(?:--|color$|background-color$|text-decoration|font-weight$|font-style$)/

/** Copies an element that means the same in an article, with the attributes that are part of its meaning. */
export function copyKept(element: Element, style: CSSStyleDeclaration, copying: Copying): Element {
  const isEmptyHeader = element.matches('th') && element.textContent?.trim() === ''
  const twin = document.createElement(isEmptyHeader ? 'td' : element.localName)
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)
    if (value !== null) {
      twin.setAttribute(name, value)
    }
  }
  if (element.matches('ul, ol') && !USUAL_MARKERS.has(style.listStyleType)) {
    twin.style.listStyleType = style.listStyleType
  }
  if (element.matches('th, td') && /^(?:center|right|end)$/.test(style.textAlign)) {
    twin.style.textAlign = style.textAlign
  }
  if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) {
    const slide = copying.slideOf(element)
    const address = element.getAttribute('href') ?? ''
    twin.setAttribute('href', slide === undefined ? address : `#slide-${slide}`)
    const label = element.getAttribute('aria-label')
    const isNamed = element.textContent?.trim() !== '' || element.querySelector('img[alt]') !== null
    if (label !== null || !isNamed) {
      twin.setAttribute('aria-label', label ?? (element.title || address))
    }
  }
  if (style.display.startsWith('inline')) {
    copyLook(element, twin)
  }
  return twin
}

/** Copies an element without a meaning of its own: a part of a line keeps its colors, a block becomes a paragraph. */
export function copyPlain(element: Element, style: CSSStyleDeclaration): Element {
  const icon = copyIcon(element, style)
  if (icon) {
    return icon
  }
  if (isForReaders(element, style)) {
    return create('span', { class: 'lectern-for-readers' })
  }
  if (!style.display.startsWith('inline') && style.display !== 'contents') {
    return create('div', {
      lang: element.getAttribute('lang'),
      dir: element.getAttribute('dir'),
      id: element.id || undefined,
    })
  }
  const twin = create('span', {
    lang: element.getAttribute('lang'),
    dir: element.getAttribute('dir'),
    id: element.id || undefined,
  })
  copyLook(element, twin)
  return twin
}

/** Copies the classes and the colors of a part of a line; `mark-illegible.ts` looks at them in the article. */
function copyLook(element: Element, twin: HTMLElement): void {
  const classes = [...element.classList].filter((name) => !name.startsWith('slidev-vclick'))
  if (classes.length > 0) {
    twin.className = classes.join(' ')
  }
  if (element instanceof HTMLElement) {
    for (const property of element.style) {
      if (LOOK_RE.test(property)) {
        twin.style.setProperty(property, element.style.getPropertyValue(property))
      }
    }
  }
}
