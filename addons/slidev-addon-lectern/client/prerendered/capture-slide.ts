import { toOneLine } from '../../deck/one-line.ts'

/** Texts of a page that are set in the same font. */
export interface TextUse {
  /** Families in the order in which they are tried. */
  families: readonly string[]
  weight: number
  style: string
  /** Layout features in addition to the default ones, such as `tnum`. */
  features: readonly string[]
  /** Texts that are shaped one by one. */
  texts: readonly string[]
}

/** A slide as the application first shows it, ready for a page of its own. */
export interface CapturedSlide {
  /** 1-based number. */
  slide: number
  /** The whole view of the slide with its controls, as HTML. */
  html: string
  /** Text of the slide as a reader sees it, in one line. */
  text: string
  uses: readonly TextUse[]
  /** Font families of parts of the slide, by the number that `data-lectern-font` gives each part. */
  stacks: readonly (readonly string[])[]
  /** Selectors that match an element of the slide, in light or in dark mode. */
  matched: readonly string[]
  /** Addresses of the style sheets in force, in their order. */
  styles: readonly string[]
  bodyStyle: string
}

/**
 * Copies the slide that is shown.
 *
 * @param families - Font families that the deck bundles.
 * @param findMatching - Finds the selectors that match an element of a view.
 * @throws {Error} when another slide is shown.
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
  const shown = view?.querySelector<HTMLElement>(`[data-slidev-no="${slide}"]`)
  // Slidev's layout `none` has no class.
  const layout = shown?.querySelector<HTMLElement>('.slidev-layout') ?? shown
  return {
    slide,
    html: copy.outerHTML,
    text: toOneLine(layout?.innerText ?? ''),
    uses: Object.values(uses).map((use) => ({ ...use, texts: [...use.texts] })),
    stacks,
    matched: findMatching(copy),
    styles: listStyles(),
    bodyStyle: document.body.getAttribute('style') ?? '',
  }

  /** Clones a node without other slides and comments. */
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

  /** Marks an element whose font families differ from its parent's, and notes its texts. */
  function nameFonts(original: Element, twin: Element): void {
    const style = getComputedStyle(original)
    const own = style.fontFamily.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
    const parent = original.parentElement
    const isNew =
      original === view || (parent && getComputedStyle(parent).fontFamily !== style.fontFamily)
    if (isNew && own.some((name) => families.includes(name))) {
      const known = stacks.findIndex((stack) => stack.join(',') === own.join(','))
      twin.setAttribute('data-lectern-font', String(known === -1 ? stacks.push(own) - 1 : known))
    }
    // Text for screen readers alone is 1 px wide, or in a formula.
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

  /** Writes a shadow root, which is not cloned, as a template from which the browser makes it again. */
  function copyShadow(original: Element, twin: Element): void {
    if (original.shadowRoot) {
      const template = document.createElement('template')
      template.setAttribute('shadowrootmode', 'open')
      template.innerHTML = original.shadowRoot.innerHTML
      twin.prepend(template)
    }
  }

  /** Leaves to the application what would otherwise be loaded or played twice. */
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
    // Only the application lets visitors draw.
    root.querySelector('#slideshow + svg:empty')?.remove()
    // Classes of a transition between slides that is not over.
    const slideElement = root.querySelector(`[data-slidev-no="${slide}"]`)
    const passing = [...(slideElement?.classList ?? [])].filter((name) =>
      /-(?:enter|leave)-(?:active|from|to)$/.test(name),
    )
    slideElement?.classList.remove(...passing)
    // Slidev passes the frontmatter on to the layout, where its objects become attributes without a meaning.
    const layoutCopy = slideElement?.querySelector('.slidev-layout')
    for (const name of layoutCopy?.getAttributeNames() ?? []) {
      if (layoutCopy?.getAttribute(name) === '[object Object]') {
        layoutCopy.removeAttribute(name)
      }
    }
    const controls = root.querySelector('nav')?.parentElement
    controls?.setAttribute('data-lectern-controls', '')
    // The button's title has the same text.
    controls?.querySelectorAll('.sr-only').forEach((text) => text.remove())
    // Slidev nests buttons, which HTML's parser would take apart.
    for (const button of controls?.querySelectorAll('button:has(button)') ?? []) {
      const place = document.createElement('span')
      place.className = button.className
      place.setAttribute('data-lectern-button', '')
      place.append(...button.childNodes)
      button.replaceWith(place)
    }
  }
}

/** Lists the addresses of the style sheets in force, in their order. */
export function listStyles(): string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  )
}
