import type { PreparserSetup } from '@slidev/types'

import { findHeading, toPlainTitle } from '../markdown/plain-title.ts'

/**
 * Gives each slide a plain title: Slidev would show the heading's Markdown as typed in the overview,
 * the document's title and the PDF outline.
 */
const setup: PreparserSetup = () => [
  {
    name: 'slidev-addon-addon:plain-title',
    transformSlide: async (content, frontmatter) => {
      // As Slidev does, which takes an empty title for none.
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
