import { readFileSync } from 'node:fs'

import type { CapturedSlide } from '../../page/prerender/capture-slide.ts'
import type { StyleFacts } from '../../page/prerender/walk-slides.ts'
import { pickCritical, readStyles } from './critical-css.ts'
import type { CriticalSource } from './critical-css.ts'
import { readFontFaces } from './font-faces.ts'
import type { FontFace } from './font-faces.ts'
import { createSubsetter, toStackRules } from './font-subsets.ts'

/** The style sheets of a deck, each read once. */
export interface DeckStyles {
  /**
   * Reads what was not read before.
   *
   * @param urls - Addresses of style sheets, in the order they are in force.
   * @returns What is known of all that were read.
   */
  read: (urls: readonly string[]) => StyleFacts
  /** What a slide is drawn with. */
  pick: (captured: CapturedSlide) => Promise<SlideStyle>
}

/** The style of a slide that stands in its page. */
export interface SlideStyle {
  css: string
  /** Typefaces of the characters on the slide. */
  fontCss: string
  /** Addresses of the whole typefaces. */
  fonts: readonly string[]
}

/**
 * @param toPath - File of an address.
 */
export function createDeckStyles(toPath: (url: string) => string): DeckStyles {
  const sources = new Map<string, CriticalSource>()
  const faces: FontFace[] = []
  const subsetter = createSubsetter(faces, toPath)
  return {
    read: (urls) => {
      for (const url of urls.filter((one) => !sources.has(one))) {
        const css = readFileSync(toPath(url), 'utf8')
        sources.set(url, readStyles(css))
        faces.push(...readFontFaces(css))
      }
      const trials = [...sources.values()].flatMap((source) => source.trials)
      return {
        trials: [...new Set(trials)],
        families: [...new Set(faces.map(({ family }) => family))],
      }
    },
    pick: async ({ styles, matched, html, uses, stacks }) => {
      const { css: fontCss, urls: fonts, families } = await subsetter.subset(uses)
      const rules = pickCritical(
        styles.flatMap((url) => sources.get(url) ?? []),
        new Set(matched),
        html,
      )
      return { css: rules + toStackRules(stacks, families), fontCss, fonts }
    },
  }
}
