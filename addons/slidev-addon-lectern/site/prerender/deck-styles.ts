import { readFileSync } from 'node:fs'

import type { CapturedSlide } from '../../client/prerendered/capture-slide.ts'
import type { StyleFacts } from '../../page/prerender/walk-slides.ts'
import { pickCritical } from './critical-css.ts'
import { readFontFaces } from './font-faces.ts'
import type { FontFace } from './font-faces.ts'
import { toStackRules } from './font-rules.ts'
import { createSubsetter } from './font-subsets.ts'
import { readStyleSource } from './style-source.ts'
import type { StyleSource } from './style-source.ts'

/** Style sheets of a deck, each read once. */
export interface DeckStyles {
  /**
   * Reads the style sheets that were not read before. Leaves those of other hosts out.
   *
   * @param urls - Addresses of style sheets, in their order.
   * @returns Facts of all style sheets that were read.
   */
  read: (urls: readonly string[]) => StyleFacts
  /** Picks the styles that draw a slide. */
  pick: (captured: CapturedSlide) => Promise<SlideStyle>
}

/** Styles in the page of a slide. */
export interface SlideStyle {
  css: string
  /** Style rules with the fonts of the slide's characters. */
  fontCss: string
  /** Addresses of the whole fonts. */
  fonts: readonly string[]
}

/**
 * Creates the styles of a deck.
 *
 * @param findFile - Returns the file of an address; `undefined` for one that the site does not have.
 * @param log - Gets one line for each font that a page links as a whole.
 */
export function createDeckStyles(
  findFile: (url: string) => string | undefined,
  log: (line: string) => void,
): DeckStyles {
  const sources = new Map<string, StyleSource>()
  const faces: FontFace[] = []
  const subsetter = createSubsetter(faces, findFile, log)
  return {
    read: (urls) => {
      for (const url of urls.filter((one) => !sources.has(one))) {
        const path = findFile(url)
        const css = path === undefined ? '' : readFileSync(path, 'utf8')
        sources.set(url, readStyleSource(css))
        faces.push(...readFontFaces(css).filter((face) => findFile(face.url) !== undefined))
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
