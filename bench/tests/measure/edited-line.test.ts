import { expect, it } from 'vitest'

import { writeDeck } from '../../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { chooseEditedLine } from '../../measure/edited-line.ts'

it('edits the first list item that reads the same in every tool', async () => {
  const deck = await writeDeck(
    '# First\n\n---\n\n# Second\n\n- a [red]{color=red} word\n- **bold**\n\n---\n\n# Third\n\n- plain words, two\n- more\n',
  )
  expect(chooseEditedLine(deck)).toEqual({ slide: 3, text: 'plain words, two' })
})

it('reports a deck without such an item', async () => {
  const deck = await writeDeck('# First\n\ntext\n')
  expect(() => chooseEditedLine(deck)).toThrow('slides.md has no list item in plain words')
})
