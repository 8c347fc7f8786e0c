import type { TextUse } from '../../site/prerender/font-subsets.ts'
import { listStyles } from './deck-page.ts'

/** A slide as the application shows it at first, ready to stand in a page of its own. */
export interface CapturedSlide {
  /** 1-based number. */
  slide: number
  /** The whole view of the slide with its controls, as HTML. */
  html: string
  /** Text of the slide as a reader sees it, in one line. */
  text: string
  uses: readonly TextUse[]
  /** Families of the parts of the slide, by the number that `data-deck-font` gives them. */
  stacks: readonly (readonly string[])[]
  /** Selectors tried in the page that have an element in it, in light or in dark. */
  matched: readonly string[]
  /** Addresses of the style sheets in force, in their order. */
  styles: readonly string[]
  bodyStyle: string
}

/**
 * Copies the slide that is shown.
 *
 * @param families - Those that the deck brings.
 * @param findMatching - Finds the selectors that have an element in a view.
 * @throws {Error} when the slide is not there.
 */
export function captureSlide(
  slide: number,
  families: readonly string[],
  findMatching: (view: Element) => string[],
): CapturedSlide {
  const stacks: string[][] = []
  const uses: Record<string, Omit<TextUse, 'texts'> & { texts: Set<string> }> = {}
  const view = document.querySelector<HTMLElement>('#app #page-root')
  const copy = view && cloneShown(view)
  if (!(copy instanceof HTMLElement) || !copy.querySelector(`[data-slidev-no="${slide}"]`)) {
    throw new Error(`Slide ${slide} is not shown.`)
  }
  tidy(copy)
  const shown = view?.querySelector<HTMLElement>(`[data-slidev-no="${slide}"] .slidev-layout`)
  return {
    slide,
    html: copy.outerHTML,
    text: (shown?.innerText ?? '').replace(/\s+/g, ' ').trim(),
    uses: Object.values(uses).map((use) => ({ ...use, texts: [...use.texts] })),
    stacks,
    matched: findMatching(copy),
    styles: listStyles(),
    bodyStyle: document.body.getAttribute('style') ?? '',
  }

  /** Clones what is shown: without other slides and comments. */
  function cloneShown(original: Node): Node {
    const twin = original.cloneNode(false)
    for (const child of original.childNodes) {
      if (child.nodeType !== Node.COMMENT_NODE && !isOtherSlide(child)) {
        twin.appendChild(cloneShown(child))
      }
    }
    if (original instanceof Element && twin instanceof Element) {
      nameFonts(original, twin)
      copyShadow(original, twin)
      quieten(twin)
    }
    return twin
  }

  function isOtherSlide(node: Node): boolean {
    return (
      node instanceof HTMLElement &&
      node.parentElement?.id === 'slideshow' &&
      node.dataset['slidevNo'] !== String(slide)
    )
  }

  /** Marks where families change, and notes what is set in them. */
  function nameFonts(original: Element, twin: Element): void {
    const style = getComputedStyle(original)
    const own = style.fontFamily.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
    const parent = original.parentElement
    const isNew =
      original === view || (parent && getComputedStyle(parent).fontFamily !== style.fontFamily)
    if (isNew && own.some((name) => families.includes(name))) {
      const known = stacks.findIndex((stack) => stack.join(',') === own.join(','))
      twin.setAttribute('data-deck-font', String(known === -1 ? stacks.push(own) - 1 : known))
    }
    // Text for screen readers alone is one pixel in size, or a formula's.
    const isSeen =
      original.getBoundingClientRect().width !== 1 && !original.closest('.katex-mathml')
    listTexts(original, style, isSeen).forEach((text) => noteText(style, own, text))
    for (const part of ['::before', '::after']) {
      const drawn = getComputedStyle(original, part)
      noteText(drawn, own, /^["']/.test(drawn.content) ? drawn.content.slice(1, -1) : '')
    }
  }

  function listTexts(original: Element, style: CSSStyleDeclaration, isSeen: boolean): string[] {
    const texts = [...original.childNodes]
      .filter((node) => isSeen && node.nodeType === Node.TEXT_NODE)
      .map((node) => (node.textContent ?? '').replace(/\s+/g, ' '))
    if (style.display === 'list-item') {
      const marker = style.listStyleType
      const isNumber = !['disc', 'circle', 'square', 'none'].includes(marker)
      texts.push(/^["']/.test(marker) ? marker.slice(1, -1) : isNumber ? '0123456789.' : '')
    }
    return style.textTransform === 'none' && style.fontVariantCaps === 'normal'
      ? texts
      : texts.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()])
  }

  function noteText(style: CSSStyleDeclaration, own: readonly string[], text: string): void {
    if (text === '') {
      return
    }
    const features = [
      ...(style.fontVariantNumeric.includes('tabular-nums') ? ['tnum'] : []),
      ...[...style.fontFeatureSettings.matchAll(/"(\w{4})"/g)].map(([, tag = '']) => tag),
    ]
    const key = [style.fontFamily, style.fontWeight, style.fontStyle, ...features].join()
    const entry = (uses[key] ??= {
      families: own,
      weight: Number(style.fontWeight),
      style: style.fontStyle,
      features,
      texts: new Set(),
    })
    entry.texts.add(text)
  }

  /** A shadow is not cloned; written out, the browser makes it anew. */
  function copyShadow(original: Element, twin: Element): void {
    if (original.shadowRoot) {
      const template = document.createElement('template')
      template.setAttribute('shadowrootmode', 'open')
      template.innerHTML = original.shadowRoot.innerHTML
      twin.prepend(template)
    }
  }

  /** What would be loaded or heard twice waits for the application. */
  function quieten(twin: Element): void {
    if (twin instanceof HTMLIFrameElement) {
      twin.removeAttribute('src')
    } else if (twin instanceof HTMLMediaElement) {
      twin.removeAttribute('autoplay')
      twin.preload = 'none'
    } else if (twin instanceof HTMLImageElement) {
      twin.removeAttribute('loading')
      twin.setAttribute('fetchpriority', 'high')
    }
  }

  function tidy(root: HTMLElement): void {
    root
      .querySelector('#slideshow')
      ?.classList.remove('slidev-nav-go-forward', 'slidev-nav-go-backward')
    root.querySelector<HTMLElement>('#slide-content')?.style.removeProperty('--slidev-slide-scale')
    // Slidev draws on it, which only the application does.
    root.querySelector('#slideshow + svg:empty')?.remove()
    // A transition between slides that is under way is none of this slide's.
    const slideElement = root.querySelector(`[data-slidev-no="${slide}"]`)
    const passing = [...(slideElement?.classList ?? [])].filter((name) =>
      /-(?:enter|leave)-(?:active|from|to)$/.test(name),
    )
    slideElement?.classList.remove(...passing)
    const controls = root.querySelector('nav')?.parentElement
    controls?.setAttribute('data-deck-controls', '')
    // What it says stands in the button's title as well.
    controls?.querySelectorAll('.sr-only').forEach((text) => text.remove())
    // Slidev has buttons in buttons, which no page can be read with.
    for (const button of controls?.querySelectorAll('button:has(button)') ?? []) {
      const place = document.createElement('span')
      place.className = button.className
      place.setAttribute('data-deck-button', '')
      place.append(...button.childNodes)
      button.replaceWith(place)
    }
  }
}
