import { listStyles } from '../../client/prerendered/capture-slide.ts'
import { captureView } from '../../client/prerendered/capture-view.ts'
import type { TextUse } from '../../client/prerendered/capture-view.ts'
import { ARTICLE } from '../../client/reading/article-element.ts'
import { readRecord } from '../../client/search/slide-record.ts'
import type { SlideRecord } from '../../client/search/slide-record.ts'
import { parkAddresses } from '../../client/single-file/parked-addresses.ts'

/** The reading view, ready for a page of its own. */
export interface CapturedArticle {
  html: string
  uses: readonly TextUse[]
  /** Font families of parts of the view, by the number that `data-lectern-font` gives each part. */
  stacks: readonly (readonly string[])[]
  /** Addresses of the style sheets of the view alone. */
  styles: readonly string[]
  /** Texts to search, one record a slide. */
  records: readonly SlideRecord[]
  /** Slides that are no text in the view, and why. */
  lost: readonly LostSlide[]
}

/** A slide that could not be copied into the reading view. */
export interface LostSlide {
  slide: number
  reason: string
}

/** ID of the reading view. */
const VIEW = '#lectern-read'

/** Selects live figures, which cover their images. */
const LIVE = 'lectern-figure'

/** Selects the parts of the bar that need scripts or lead to slides, which do. */
const SCRIPTED = '.lectern-bar > :is(button, a)'

/** Attribute that says how far a figure has come. */
const STATE = 'data-lectern-figure'

/** The reading view, ready for a talk that is one file. */
export interface ReadArticle {
  /**
   * The bar with the contents, and the article, as HTML; their files are parked, see
   * `client/single-file/parked-addresses.ts`.
   */
  html: string
  /** Texts to search, one record a slide. */
  records: readonly SlideRecord[]
  /** All of its text. */
  text: string
}

/**
 * Waits until the reading view is there, and reads it.
 *
 * @throws {Error} when it cannot be composed.
 */
export async function readArticle(): Promise<ReadArticle> {
  const view = await untilComposed()
  const copy = document.createElement('div')
  copy.append(view.cloneNode(true))
  copy.querySelectorAll(`${LIVE}, ${SCRIPTED}`).forEach((part) => part.remove())
  forgetFigures(copy)
  parkAddresses(copy)
  const parts = copy.querySelectorAll(`.lectern-bar, ${ARTICLE}`)
  const html = Array.from(parts, ({ outerHTML }) => outerHTML).join('')
  return { html, records: listRecords(view), text: view.textContent ?? '' }
}

/**
 * Waits until the reading view is there, and copies it.
 *
 * @throws {Error} when it cannot be composed.
 */
export async function captureArticle(): Promise<CapturedArticle> {
  const view = await untilComposed()
  const { families } = await window.lecternReadStyles(listStyles())
  const { copy, uses, stacks } = captureView(view, families, isLive)
  forgetFigures(copy)
  return {
    html: copy.outerHTML,
    uses,
    stacks,
    styles: listViewStyles(),
    records: listRecords(view),
    lost: Array.from(view.querySelectorAll<HTMLElement>('[data-lost]'), ({ dataset }) => ({
      slide: Number(dataset['slide']),
      reason: dataset['lost'] ?? '',
    })),
  }
}

/** Makes the images of figures that were live images again. */
function forgetFigures(article: Element): void {
  article.querySelectorAll(`[${STATE}]`).forEach((image) => image.removeAttribute(STATE))
}

function isLive(node: Node): boolean {
  return node instanceof Element && node.matches(LIVE)
}

function listRecords(view: Element): SlideRecord[] {
  return [...view.querySelectorAll('[data-slide]')].map(readRecord)
}

async function untilComposed(): Promise<HTMLElement> {
  for (;;) {
    const view = document.querySelector<HTMLElement>(`${VIEW}:has(${ARTICLE})`)
    const refusal = document.querySelector(`${VIEW} [role=alert]`)
    if (refusal) {
      throw new Error(refusal.textContent ?? '')
    }
    if (view) {
      return view
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}

/** Lists the addresses of the style sheets that have rules for the view. */
function listViewStyles(): string[] {
  return [...document.styleSheets].flatMap((sheet) => {
    const { origin, pathname } = new URL(sheet.href ?? '', document.baseURI)
    // The rules of other hosts are not told, and the page's own styles have no address.
    const isOwn = sheet.href !== null && origin === location.origin
    return isOwn && hasViewRules(sheet.cssRules) ? pathname : []
  })
}

function hasViewRules(rules: CSSRuleList): boolean {
  return [...rules].some((rule) => rule.cssText.includes(VIEW))
}
