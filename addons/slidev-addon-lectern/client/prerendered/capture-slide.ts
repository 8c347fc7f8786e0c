import { toOneLine } from '../../deck/one-line.ts'
import { captureView } from './capture-view.ts'
import type { TextUse } from './capture-view.ts'

/** Settings of a deck that Slidev leaves in the frontmatter of its first slide. */
const DECK_SETTINGS: ReadonlySet<string> = new Set(['addons', 'duration', 'timer'])

/** Matches classes of states that only a visitor's input causes, and of the way to them. */
const INPUT_CLASS_RE =
  /^(?:(?:hover|active|focus(?:-within|-visible)?):.*|transition(?:-\w+)?|duration-\d+|ease-[\w-]+)$/

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
  const view = document.querySelector<HTMLElement>('#app #page-root')
  const shown = view?.querySelector<HTMLElement>(`[data-slidev-no="${slide}"]`)
  if (!view || !shown) {
    throw new Error(`Slide ${slide} is not shown.`)
  }
  const { copy, uses, stacks } = captureView(view, families, isOtherSlide)
  tidy(copy)
  // Slidev's layout `none` has no class.
  const layout = shown.querySelector<HTMLElement>('.slidev-layout') ?? shown
  return {
    slide,
    html: copy.outerHTML,
    text: readText(layout),
    uses,
    stacks,
    matched: findMatching(copy),
    styles: listStyles(),
    bodyStyle: document.body.getAttribute('style') ?? '',
  }

  function isOtherSlide(node: Node): boolean {
    return (
      node instanceof HTMLElement &&
      node.parentElement?.id === 'slideshow' &&
      node.dataset['slidevNo'] !== String(slide)
    )
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
    root.querySelectorAll('iframe, video, audio, img').forEach(quieten)
    root
      .querySelector('#slideshow')
      ?.classList.remove('slidev-nav-go-forward', 'slidev-nav-go-backward')
    root.querySelector<HTMLElement>('#slide-content')?.style.removeProperty('--slidev-slide-scale')
    // Buttons that need the application, and are not worth their bytes before it is there.
    root.querySelectorAll('[data-lectern-later]').forEach((button) => button.remove())
    // Before the application is there, nothing answers the visitor's inputs.
    root.style.removeProperty('touch-action')
    for (const part of root.querySelectorAll('[class]')) {
      part.classList.remove(...[...part.classList].filter((name) => INPUT_CLASS_RE.test(name)))
    }
    for (const name of ['class', 'style']) {
      const empty = [root, ...root.querySelectorAll(`[${name}=""]`)]
      empty.forEach((part) => part.getAttribute(name) === '' && part.removeAttribute(name))
    }
    // Only the application lets visitors draw.
    root.querySelector('#slideshow + svg:empty')?.remove()
    // Classes of a transition between slides that is not over.
    const slideElement = root.querySelector(`[data-slidev-no="${slide}"]`)
    const passing = [...(slideElement?.classList ?? [])].filter((name) =>
      /-(?:enter|leave)-(?:active|from|to)$/.test(name),
    )
    slideElement?.classList.remove(...passing)
    // Slidev passes the frontmatter on to the layout, where objects and settings of the deck become attributes without
    // a meaning.
    const layoutCopy = slideElement?.querySelector('.slidev-layout')
    for (const name of layoutCopy?.getAttributeNames() ?? []) {
      if (layoutCopy?.getAttribute(name) === '[object Object]' || DECK_SETTINGS.has(name)) {
        layoutCopy?.removeAttribute(name)
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

/** Returns the text of a slide in one line, with formulas as they were typed. */
function readText(layout: HTMLElement): string {
  let text = toOneLine(layout.innerText)
  for (const formula of layout.querySelectorAll<HTMLElement>('.katex')) {
    const typed = formula.querySelector('annotation')?.textContent ?? ''
    text = text.replace(toOneLine(formula.innerText), () => typed)
  }
  return text
}

/** Lists the addresses of the style sheets in force, in their order. */
export function listStyles(): string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  )
}
