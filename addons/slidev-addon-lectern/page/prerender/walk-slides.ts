import { captureSlide, listStyles } from '../../client/prerendered/capture-slide.ts'
import { loadSlides, showSlide } from './deck-page.ts'
import { addLastCodes } from './last-codes.ts'
import { createMatcher } from './matcher.ts'

/** Facts of the style sheets in force. */
export interface StyleFacts {
  /** Selectors to match against slides. */
  trials: readonly string[]
  /** Font families that the deck bundles. */
  families: readonly string[]
}

declare global {
  interface Window {
    /** Reads style sheets; `site/prerender/walk-slides.ts` exposes it to the page. */
    lecternReadStyles: (urls: readonly string[]) => Promise<StyleFacts>
    /** Takes a captured slide as JSON, and makes its page while the next slides are shown. */
    lecternTakeSlide: (captured: string) => Promise<void>
    /** Gets a slide that cannot be captured, with the reason. */
    lecternMissSlide: (slide: number, reason: string) => Promise<void>
  }
}

/**
 * Shows one slide after the other, and hands on how each first looks, or why it cannot be captured.
 *
 * @param total - Number of slides.
 */
export async function walkSlides(total: number): Promise<void> {
  // Slides are laid out but not painted, and nobody goes back.
  document.documentElement.style.opacity = '0'
  history.pushState = () => {}
  history.replaceState = () => {}
  await loadSlides()
  const known = new Set<string>()
  let families: readonly string[] = []
  let findMatching = createMatcher([])
  const handedOn: Promise<void>[] = []
  for (let slide = 1; slide <= total; slide += 1) {
    try {
      await showSlide(slide)
      const styles = listStyles()
      if (styles.some((url) => !known.has(url))) {
        styles.forEach((url) => known.add(url))
        const facts = await window.lecternReadStyles([...known])
        families = facts.families
        findMatching = createMatcher(facts.trials)
      }
      const captured = captureSlide(slide, families, findMatching)
      const html = await addLastCodes(slide, captured.html)
      handedOn.push(window.lecternTakeSlide(JSON.stringify({ ...captured, html })))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      handedOn.push(window.lecternMissSlide(slide, reason))
    }
  }
  await Promise.all(handedOn)
}
