import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { createComponentRecord } from './component-record.ts'
import { listIdleSteps } from './idle-steps.ts'
import { findLine, suggest, warn } from './name-warning.ts'
import type { NamedDeck } from './name-warning.ts'

/**
 * Warns of layouts and components that do not exist, and of images without the steps they are asked for. Slidev shows
 * the layout `default` in place of the first, and browsers draw nothing for the second.
 */
export function warnOfUnknownNames(options: ResolvedSlidevOptions): Plugin {
  const deck: NamedDeck = { ...options, slides: options.data.slides }
  const components = createComponentRecord(deck)
  return {
    name: 'lectern:unknown-names',
    apply: 'build',
    async buildStart() {
      const layouts = Object.keys(await options.utils.getLayouts())
      const warnings = [...listUnknownLayouts(deck, layouts), ...listIdleSteps(deck)]
      warnings.forEach((warning) => console.warn(warning))
    },
    transform: {
      order: 'post',
      handler: (code, id) => components.note(code, id),
    },
    buildEnd(error) {
      if (!error) {
        components.listUnknown().forEach((warning) => console.warn(warning))
      }
    },
  }
}

/** Lists the warnings of layouts that do not exist. */
export function listUnknownLayouts(
  deck: Pick<NamedDeck, 'slides' | 'userRoot'>,
  layouts: readonly string[],
): string[] {
  return deck.slides.flatMap((slide) => {
    const layout: unknown = slide.frontmatter['layout']
    return typeof layout !== 'string' || layouts.includes(layout)
      ? []
      : [
          warn(
            deck,
            slide,
            findLine(slide, (line) => line.trimStart().startsWith('layout:')),
            {
              seen: `there is no layout "${layout}", and the slide gets "default"`,
              expected: `one of ${layouts.toSorted().join(', ')}`,
              fix: suggest(layout, layouts, 'Correct the name.'),
            },
          ),
        ]
  })
}
