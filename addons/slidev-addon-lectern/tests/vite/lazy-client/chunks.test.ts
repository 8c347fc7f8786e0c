import { join } from 'node:path'

import { expect, it } from 'vitest'

import { describeMoved, FIRST_VIEWS } from '../../../vite/lazy-client/chunks.ts'
import { writeFolder } from '../../harness/decks.ts'
import { CLIENT } from '../../harness/installed-slidev.ts'

it('finds each first view in the installed Slidev', () => {
  expect(FIRST_VIEWS.length).toBeGreaterThan(0)
  expect(describeMoved([join(CLIENT, 'main.ts')])).toEqual([])
})

it('tells of one that Slidev has moved, and says nothing of a build without Slidev', () => {
  const folder = writeFolder({
    'node_modules/@slidev/client/package.json': '{ "version": "99.0.0" }',
    'node_modules/@slidev/client/internals/DrawingLayer.vue': '',
  })
  expect(describeMoved([join(folder, 'node_modules/@slidev/client/main.ts')])).toEqual([
    expect.stringMatching(
      /^\[slidev-addon-lectern\] pages\/play\.vue .*: Slidev 99\.0\.0 \(tested: .*\) has no/,
    ),
  ])
  expect(describeMoved(['/deck/main.ts'])).toEqual([])
})
