import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

import { definePreparserSetup } from '@slidev/types'

import { readVariables, toHeadmatter } from '../deck/build-variables.ts'
import { locateSetting, readSettings } from '../deck/settings.ts'

/**
 * Checks the deck's `lectern:` settings, fills in those it does not have, and adds to the headmatter what a
 * command wants of the build.
 */
export default definePreparserSetup(({ filepath }) => {
  // Slidev creates these extensions anew for each load, and parses the entry's first slide first.
  let isHeadmatter = true
  return [
    {
      name: 'lectern:settings',
      transformSlide: async (_content, frontmatter: Record<string, unknown>) => {
        if (isHeadmatter) {
          isHeadmatter = false
          frontmatter['lectern'] = readSettings(frontmatter['lectern'], (key) =>
            locateSetting(basename(filepath), readFileSync(filepath, 'utf8'), key),
          )
          // The client fetches the images of the next slides itself.
          frontmatter['preloadImages'] ??= false
          Object.assign(frontmatter, toHeadmatter(readVariables(process.env), frontmatter))
        }
        return undefined
      },
    },
  ]
})
