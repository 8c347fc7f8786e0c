import { listStyles } from '../../client/prerendered/capture-slide.ts'
import { captureView } from '../../client/prerendered/capture-view.ts'
import type { TextUse } from '../../client/prerendered/capture-view.ts'
import { readRecord } from '../../client/search/slide-record.ts'
import type { SlideRecord } from '../../client/search/slide-record.ts'

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
}

/** ID of the reading view. */
const VIEW = '#lectern-read'

/** Texts of the reading view. */
export interface ArticleTexts {
  /** Texts to search, one record a slide. */
  records: readonly SlideRecord[]
  /** All of its text. */
  text: string
}

/**
 * Waits until the reading view is there, and reads its texts.
 *
 * @throws {Error} when it cannot be composed.
 */
export async function readArticle(): Promise<ArticleTexts> {
  const view = await untilComposed()
  return { records: listRecords(view), text: view.textContent ?? '' }
}

/**
 * Waits until the reading view is there, and copies it.
 *
 * @throws {Error} when it cannot be composed.
 */
export async function captureArticle(): Promise<CapturedArticle> {
  const view = await untilComposed()
  const { families } = await window.lecternReadStyles(listStyles())
  const { copy, uses, stacks } = captureView(view, families)
  return {
    html: copy.outerHTML,
    uses,
    stacks,
    styles: listViewStyles(),
    records: listRecords(view),
  }
}

function listRecords(view: Element): SlideRecord[] {
  return [...view.querySelectorAll('[data-slide]')].map(readRecord)
}

async function untilComposed(): Promise<HTMLElement> {
  for (;;) {
    const view = document.querySelector<HTMLElement>(`${VIEW}:has(.lectern-article)`)
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
