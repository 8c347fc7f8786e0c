import type { PreparserSetup } from '@slidev/types'

import { findHeading, toPlainTitle } from '../markdown/plain-title.ts'

/**
 * Gives each slide a plain title. Otherwise Slidev shows the heading's Markdown as typed in the
 * overview, the document's title and the PDF outline.
 */
const setup: PreparserSetup = () => [
  {
    name: 'slidev-addon-addon:plain-title',
    transformSlide: async (content, frontmatter) => {
      // Ignores an empty title, as Slidev does.
      const typed: unknown = frontmatter['title'] || frontmatter['name'] || findHeading(content)
      const title = typeof typed === 'string' ? toPlainTitle(typed) : ''
      if (title !== '' && title !== typed) {
        frontmatter['title'] = title
      }
      return undefined
    },
  },
]

export default setup
