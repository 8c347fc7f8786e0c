import { afterAll, beforeAll, expect, it } from 'vitest'

import { goNext, openDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { findFeatures, readFirstLoad, readScript } from '../harness/first-load.ts'
import { shareBuild } from '../harness/shared-builds.ts'

/** Compressed script that a slide may fetch, in bytes: stock Slidev fetches 203 000. */
const SCRIPT_BUDGET = 100_000

/** Scripts that a slide may fetch: the application, its libraries, the slide and its neighbors. */
const COUNT_BUDGET = 8

/** Slides of `tests/fixtures/talk`. */
const LAST = 18

let deck: Deck
let folder: string

beforeAll(async () => {
  folder = await shareBuild('talk')
  deck = await openDeck(folder)
})

afterAll(async () => deck.close())

it.each([1, 4, LAST])('fetches little script, and in few files, for slide %i', async (number) => {
  const scripts = await readFirstLoad(deck, folder, number)
  const size = scripts.reduce((sum, { compressed }) => sum + compressed, 0)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThan(SCRIPT_BUDGET)
  expect(scripts.length).toBeLessThanOrEqual(COUNT_BUDGET)
})

it('fetches nothing that the deck does not use, not with all its slides either', async () => {
  const page = await deck.context.newPage()
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  await page.goto(`${deck.url}1`)
  for (let number = 2; number <= LAST; number += 1) {
    await goNext(page, number)
  }
  const scripts = paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => readScript(folder, path))
  expect(scripts.filter(({ text }) => /__slidev_\d/.test(text))).toHaveLength(LAST)
  expect(findFeatures(scripts)).toEqual([])
  await page.close()
  deck.expectNoErrors()
})
