import { relative } from 'node:path'

import type { Finding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../slide-model.ts'

// [slidev-addon-addon] slides.md:42: unknown colour "grey5000" in [x]{color=grey5000}.
//   Did you mean gray500? …
const WARNING_RE = /^\[slidev-addon-addon\] (.+?):(\d+): (.*)((?:\n {2}.*)*)/gm

/**
 * What the addon warned of while the deck was built: colours that are not understood, attributes of images
 * that do not pass.
 *
 * @param output - Everything Slidev printed.
 */
export function readAddonWarnings(output: string, deck: DeckModel): Finding[] {
  return Array.from(
    output.matchAll(WARNING_RE),
    ([, file = '', line = '', seen = '', advice = '']) => {
      const slide = findSlide(deck, file, Number(line))
      const isColour = seen.startsWith('unknown colour')
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
