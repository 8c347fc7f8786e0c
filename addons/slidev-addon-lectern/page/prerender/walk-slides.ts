import { captureSlide } from './capture-slide.ts'
import { listStyles, loadSlides, showSlide } from './deck-page.ts'
import { createMatcher } from './matcher.ts'

/** What is known of the style sheets in force. */
export interface StyleFacts {
  /** Selectors to try. */
  trials: readonly string[]
  /** Families that the deck brings. */
  families: readonly string[]
}

declare global {
  interface Window {
    /** Reads style sheets; given by `walk-slides.ts` outside of the page. */
    deckReadStyles: (urls: readonly string[]) => Promise<StyleFacts>
    /** Takes what was captured, as JSON: the page need not wait until its file is made. */
    deckTakeSlide: (captured: string) => Promise<void>
  }
}

/**
 * Shows one slide after the other, and hands on how each looks at first.
 *
 * @param total - Number of slides.
 * @throws {Error} when a slide is not drawn.
 */
export async function walkSlides(total: number): Promise<void> {
  // Slides are laid out, and nobody looks at them or goes back.
  document.documentElement.style.opacity = '0'
  history.pushState = () => {}
  history.replaceState = () => {}
  await loadSlides()
  const known = new Set<string>()
  let families: readonly string[] = []
  let findMatching = createMatcher([])
  const handedOn: Promise<void>[] = []
  for (let slide = 1; slide <= total; slide += 1) {
    await showSlide(slide)
    const styles = listStyles()
    if (styles.some((url) => !known.has(url))) {
      styles.forEach((url) => known.add(url))
      const facts = await window.deckReadStyles([...known])
      families = facts.families
      findMatching = createMatcher(facts.trials)
    }
    const captured = captureSlide(slide, families, findMatching)
    handedOn.push(window.deckTakeSlide(JSON.stringify(captured)))
  }
  await Promise.all(handedOn)
}
