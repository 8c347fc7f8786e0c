import { relative } from 'node:path'

import type { Finding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../slide-model.ts'

// [slidev-addon-addon] slides.md:42: unknown colour "grey5000" in [x]{color=grey5000}.
//   Did you mean gray500? …
const WARNING_RE =
  /(?:^|Error: )\[slidev-addon-addon\] (.+?):(\d+): (.*)((?:\n {2}(?=\S)(?!at ).*)*)/gm

/**
 * What the addon said while the deck was built: colours that are not understood, attributes of images that
 * do not pass, settings that stop the build.
 *
 * @param output - Everything Slidev printed.
 */
export function readAddonWarnings(output: string, deck: DeckModel): Finding[] {
  return Array.from(
    output.matchAll(WARNING_RE),
    ([, file = '', line = '', seen = '', advice = '']) => {
      const slide = findSlide(deck, file, Number(line))
      // The addon's other messages are about colours: unknown ones, and the deck's own.
      const isColour = !seen.includes(' is left out')
      return {
        check: isColour ? 'colours' : 'images',
        slide: slide?.number ?? 1,
        file: slide?.file ?? file,
        line: Number(line),
        seen: seen.replace(/\.$/, ''),
        expected: isColour ? 'a colour that is understood' : 'attributes an image may have',
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
