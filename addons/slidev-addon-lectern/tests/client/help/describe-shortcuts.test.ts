import { describe, expect, it } from 'vitest'

import { describeShortcuts } from '../../../client/help/describe-shortcuts.ts'
import type { Shortcut } from '../../../client/help/describe-shortcuts.ts'

/** Stands for a computed state of keys, which tells no name. */
const COMPUTED = (): object => ({ value: false })
const fn = (): void => {}

const describeAll = (...shortcuts: Shortcut[]): unknown =>
  describeShortcuts(shortcuts).map(({ title, lines }) => [
    title,
    ...lines.map(({ does, ways }) => `${does}: ${ways.map((keys) => keys.join('+')).join(', ')}`),
  ])

describe('the help', () => {
  it('joins what does the same, in its own order, with Slidev’s keys by their names', () => {
    expect(
      describeAll(
        { name: 'toggle_dark', key: COMPUTED(), fn },
        { name: 'next_space', key: COMPUTED(), fn },
        { name: 'prev_space', key: COMPUTED(), fn },
        { name: 'toggle_overview', key: COMPUTED(), fn },
        { name: 'next_page_key', key: 'pageDown', fn },
        { name: 'lectern_help', key: '?', fn },
      ),
    ).toEqual([
      ['Slides', 'Next step: Space, Page Down', 'Previous step: Shift+Space'],
      ['View', 'Overview of the slides: O, `', 'Light or dark: D', 'These keys: ?'],
    ])
  })

  it('shows keys of the deck by the words of their names', () => {
    expect(
      describeAll(
        { name: 'toggle_camera', key: 'ctrl+k', fn },
        { name: 'startTimer', key: '-', fn },
        { key: 'x', fn },
      ),
    ).toEqual([['More', 'Toggle camera: Ctrl+K', 'Start timer: -', 'Key of this deck: X']])
  })

  it('shows the key that the deck has set for a shortcut of Slidev', () => {
    expect(describeAll({ name: 'next_space', key: 'n', fn })).toEqual([['Slides', 'Next step: N']])
  })

  it('leaves out what does nothing, what has no name and no key, and what another one replaces', () => {
    expect(
      describeAll(
        { name: 'next_right', key: COMPUTED() },
        { name: 'own', key: COMPUTED(), fn },
        { name: 'first', key: 'x', fn },
        { name: 'second', key: 'x', fn },
      ),
    ).toEqual([['More', 'Second: X']])
  })
})
