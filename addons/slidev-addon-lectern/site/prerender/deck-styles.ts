import { readFileSync } from 'node:fs'

import type { CapturedSlide } from '../../client/prerendered/capture-slide.ts'
import type { CapturedView } from '../../client/prerendered/capture-view.ts'
import type { StyleFacts } from '../../page/prerender/walk-slides.ts'
import { pickCritical } from './critical-css.ts'
import { isCovered } from './font-demands.ts'
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
  /** Makes the fonts of a view, with only its characters. */
  subset: (view: Pick<CapturedView, 'uses' | 'stacks'>) => Promise<ViewFonts>
  /** Picks the styles that draw a slide. */
  pick: (captured: CapturedSlide) => Promise<SlideStyle>
}

/** Fonts in the page of a view. */
export interface ViewFonts {
  /** Style rules with the fonts of the view's characters. */
  fontCss: string
  /** Style rules that put them before the deck's whole fonts. */
  stackCss: string
  /** Addresses of the whole fonts. */
  fonts: readonly string[]
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
  const subset: DeckStyles['subset'] = async ({ uses, stacks }) => {
    const { css: fontCss, urls: fonts, families } = await subsetter.subset(uses)
    const areCovered = (stack: readonly string[]): boolean =>
      uses
        .filter((use) => use.families.join() === stack.join())
        .every((use) => isCovered(faces, use))
    return { fontCss, fonts, stackCss: toStackRules(stacks, families, areCovered) }
  }
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
    subset,
    pick: async ({ styles, matched, html, uses, stacks }) => {
      const { fontCss, stackCss, fonts } = await subset({ uses, stacks })
      const rules = pickCritical(
        styles.flatMap((url) => sources.get(url) ?? []),
        new Set(matched),
        html,
      )
      return { css: rules + stackCss, fontCss, fonts }
    },
  }
}
