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

/** A copy of a view, and the fonts of its texts. */
export interface CapturedView {
  copy: HTMLElement
  uses: readonly TextUse[]
  /** Font families of parts of the view, by the number that `data-lectern-font` gives each part. */
  stacks: readonly (readonly string[])[]
}

/**
 * Copies a view.
 *
 * @param families - Font families that the deck bundles.
 * @param isLeftOut - Tells which nodes are not copied.
 */
export function captureView(
  view: HTMLElement,
  families: readonly string[],
  isLeftOut: (node: Node) => boolean = () => false,
): CapturedView {
  const stacks: string[][] = []
  const uses: Record<string, Omit<TextUse, 'texts'> & { texts: Set<string> }> = {}
  const copy = view.cloneNode(false)
  if (!(copy instanceof HTMLElement)) {
    throw new TypeError('Expected an element of HTML.')
  }
  copyInto(view, copy)
  return {
    copy,
    uses: Object.values(uses).map((use) => ({ ...use, texts: [...use.texts] })),
    stacks,
  }

  function copyInto(original: Node, twin: Node): void {
    for (const child of original.childNodes) {
      if (child.nodeType !== Node.COMMENT_NODE && !isLeftOut(child)) {
        const next = child.cloneNode(false)
        copyInto(child, next)
        twin.appendChild(next)
      }
    }
    if (original instanceof Element && twin instanceof Element) {
      nameFonts(original, twin)
      copyShadow(original, twin)
    }
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
}
