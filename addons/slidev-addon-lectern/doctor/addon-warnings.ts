import { relative } from 'node:path'

import type { SlideFinding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'

// [slidev-addon-addon] slides.md:42: unknown color "grey5000" in [x]{color=grey5000}.
//   Did you mean gray500? …
const WARNING_RE =
  /(?:^|Error: )\[slidev-addon-addon\] (.+?):(\d+): (.*)((?:\n {2}(?=\S)(?!at ).*)*)/gm

/**
 * Makes findings of the warnings that slidev-addon-addon printed during the build: about unknown colors, attributes of
 * images, and its settings.
 *
 * @param output - Everything Slidev printed.
 */
export function readAddonWarnings(output: string, deck: DeckModel): SlideFinding[] {
  return Array.from(
    output.matchAll(WARNING_RE),
    ([, file = '', line = '', seen = '', advice = '']) => {
      const slide = findSlide(deck, file, Number(line))
      // All other messages of the addon are about colors.
      const isColor = !seen.includes(' is left out')
      return {
        check: isColor ? 'colors' : 'images',
        severity: 'warning',
        slide: slide?.number ?? 1,
        file: slide?.file ?? file,
        line: Number(line),
        seen: seen.replace(/\.$/, ''),
        expected: isColor ? 'a known color' : 'attributes that an image can have',
        fix: advice.trim().replace(/\s+/g, ' '),
      }
    },
  )
}

function findSlide(deck: DeckModel, file: string, line: number): SlideModel | undefined {
  return deck.slides.find(
    (slide) =>
      relative(deck.folder, slide.path).replaceAll('\\', '/') === file &&
      [...slide.frontmatterLines, ...slide.contentLines, ...slide.noteLines].some(
        ({ number }) => number === line,
      ),
  )
}
