import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

import type { PreparserSetup } from '@slidev/types'

import { readVariables, toHeadmatter } from '../deck/build-variables.ts'
import { findSlidev } from '../deck/find-slidev.ts'
import { locateSetting, readSettings } from '../deck/settings.ts'
import { isTested } from '../deck/tested-slidev.ts'

/**
 * Checks and completes the deck's `lectern:` settings, and adds to the headmatter what a command of Lectern
 * requires of the build.
 */
const setup: PreparserSetup = ({ filepath }) => {
  // For `deck/slidev-process.mjs`.
  process.env['LECTERN_JOINS'] = 'true'
  // Slidev creates these extensions for each load, and parses the entry's first slide first.
  let isHeadmatter = true
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
          frontmatter['lectern'] = readSettings(frontmatter['lectern'], (key) =>
            locateSetting(basename(filepath), readFileSync(filepath, 'utf8'), key),
          )
          if (isTested(findSlidev(dirname(filepath)).version)) {
            // `setup/root.ts` loads the images of the next slides instead.
            frontmatter['preloadImages'] ??= false
          }
          const variables = readVariables(process.env)
          Object.assign(frontmatter, variables && toHeadmatter(variables, frontmatter))
        }
        return undefined
      },
    },
  ]
}

export default setup
