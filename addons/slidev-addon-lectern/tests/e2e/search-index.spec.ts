import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { SEARCH_INDEX } from '../../site/search/search-index.ts'
import { listNoteWords, loadFixture } from '../harness/deck-source.ts'
import { openDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { listFound, search } from '../harness/search.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { visit, waitForApplication } from '../harness/visit.ts'

let site: string
let deck: Deck

beforeAll(async () => {
  site = await shareBuild('accessible')
  deck = await openDeck(site)
})

afterAll(async () => deck.close())

describe('the index of the search', () => {
  it('is loaded when it is first used, and once', async () => {
    const page = await visit(deck, '2')
    await waitForApplication(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    expect(loaded.filter((name) => /search/.test(name))).toEqual([])
    await search(page, 'loss')
    await listFound(page)
    await page.keyboard.press('Escape')
    await page.locator('.lectern-search').waitFor({ state: 'detached' })
    await search(page, 'tokens')
    await listFound(page)
    expect(asked.filter((name) => name.endsWith(SEARCH_INDEX))).toHaveLength(1)
    await page.context().close()
  })

  it('is missed without a connection, and the search says so, and tries again', async () => {
    const page = await visit(deck, '2')
    await waitForApplication(page)
    await page.context().setOffline(true)
    await page.keyboard.press('/')
    await page.getByText('could not be loaded').waitFor()
    await page.keyboard.press('Escape')
    await page.context().setOffline(false)
    await page.route(`**/${SEARCH_INDEX}`, async (route) => route.abort('internetdisconnected'))
    await search(page, 'token')
    await page.getByText('could not be loaded').waitFor()
    await page.unroute(`**/${SEARCH_INDEX}`)
    await page.getByRole('button', { name: 'Try again' }).click()
    expect((await listFound(page)).length).toBeGreaterThan(0)
    await page.context().close()
  })

  it('is said to be missing where the slides cannot be drawn either, and is not tried again in vain', async () => {
    const page = await visit(deck, '2')
    await waitForApplication(page)
    await page.route('**/read.html', async (route) => route.fulfill({ status: 404 }))
    await page.route(`**/${SEARCH_INDEX}`, async (route) => {
      // Slides are drawn as a part of the application.
      await page.evaluate(() => document.querySelector('#app')?.removeAttribute('id'))
      await route.fulfill({ status: 404 })
    })
    await page.keyboard.press('/')
    await page.getByText('This site has no search index').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.context().close()
  })

  it('is made of the slides where the site has none', async () => {
    const page = await visit(deck, '2', {
      prepare: async (opened) =>
        opened.route(`**/${SEARCH_INDEX}`, async (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
        ),
    })
    await waitForApplication(page)
    await search(page, 'stars')
    expect((await listFound(page))[0]).toMatch(/three of five stars/)
    await page.context().close()
  })
})

it('has no word of the notes in its index', async () => {
  const path = join(site, SEARCH_INDEX)
  expect(existsSync(path)).toBe(true)
  const index = readFileSync(path, 'utf8').toLowerCase()
  for (const { words } of listNoteWords(await loadFixture('accessible'))) {
    expect(index).not.toContain(words.toLowerCase())
  }
})
