import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

import type { PreparserSetup } from '@slidev/types'

import { readVariables, toHeadmatter } from '../deck/build-variables.ts'
import { findSlidev } from '../deck/find-slidev.ts'
import { isPublicNote } from '../deck/public-notes.ts'
import { locateSetting, readSettings } from '../deck/settings.ts'
import { explainSlideSettings } from '../deck/slide-settings.ts'
import { isTested } from '../deck/tested-slidev.ts'

/**
 * Checks and completes the deck's `lectern:` settings, adds to the headmatter what a command of Lectern requires of the
 * build, and drops the notes that are not public where everybody may see the site.
 */
const setup: PreparserSetup = ({ filepath }) => {
  // For `deck/slidev-process.mjs`.
  process.env['LECTERN_JOINS'] = 'true'
  // Slidev creates these extensions for each load, and parses the entry's first slide first.
  let isHeadmatter = true
  let isPublicDeck = false
  const variables = readVariables(process.env)
  return [
    {
      name: 'lectern:settings',
      // Slidev takes a headmatter behind a byte order mark for a slide.
      transformRawLines: (lines) => {
        lines[0] = lines[0]?.replace(/^\uFEFF/, '') ?? ''
      },
      transformSlide: async (_content, frontmatter: Record<string, unknown>) => {
        if (isHeadmatter) {
          isHeadmatter = false
          const settings = readSettings(frontmatter['lectern'], (key) =>
            locateSetting(basename(filepath), readFileSync(filepath, 'utf8'), key),
          )
          isPublicDeck = settings.publicNotes
          frontmatter['lectern'] = settings
          if (isTested(findSlidev(dirname(filepath)).version)) {
            // `setup/root.ts` loads the images of the next slides instead.
            frontmatter['preloadImages'] ??= false
          }
          Object.assign(frontmatter, variables && toHeadmatter(variables, frontmatter))
        } else {
          warnOfSettings(frontmatter)
        }
        return undefined
      },
      transformNote: async (_note, frontmatter: Record<string, unknown>) =>
        variables?.isPublic && !isPublicNote(frontmatter, isPublicDeck) ? '' : undefined,
    },
  ]
}

export default setup

const warned = new Set<string>()

/**
 * Warns of settings that do nothing, once. Throws nothing, because Slidev would leave out an imported file without a
 * word; Lectern's commands refuse the deck, with the line.
 */
function warnOfSettings(frontmatter: Readonly<Record<string, unknown>>): void {
  // Slidev does not tell which file the slide is of.
  const slip = explainSlideSettings(frontmatter, true)
  if (slip && !warned.has(slip.seen)) {
    warned.add(slip.seen)
    console.warn(`[slidev-addon-lectern] ${slip.seen}. Expected ${slip.expected}. ${slip.fix}`)
  }
}
