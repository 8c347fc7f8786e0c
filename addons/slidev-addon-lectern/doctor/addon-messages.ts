import { relative } from 'node:path'

import type { Finding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'

// [slidev-addon-addon] slides.md:42: unknown color "grey5000" in [x]{color=grey5000}.
//   Did you mean gray500? …
const WARNING_RE =
  /(?:^|Error: )\[slidev-addon-addon\] (.+?):(\d+): (.*)((?:\n {2}(?=\S)(?!at ).*)*)/gm

/**
 * What the addon said while the deck was built: colors that are not understood, attributes of images that
 * do not pass, settings that stop the build.
 *
 * @param output - Everything Slidev printed.
 */
export function readAddonWarnings(output: string, deck: DeckModel): Finding[] {
  return Array.from(
    output.matchAll(WARNING_RE),
    ([, file = '', line = '', seen = '', advice = '']) => {
      const slide = findSlide(deck, file, Number(line))
      // The addon's other messages are about colors: unknown ones, and the deck's own.
      const isColor = !seen.includes(' is left out')
      return {
        check: isColor ? 'colors' : 'images',
        slide: slide?.number ?? 1,
        file: slide?.file ?? file,
        line: Number(line),
        seen: seen.replace(/\.$/, ''),
        expected: isColor ? 'a color that is understood' : 'attributes an image may have',
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
