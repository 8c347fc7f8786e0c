// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Mock } from 'vitest'

import { findSlides } from '../../../client/search/find-slides.ts'
import { composeSearchIndex } from '../../../site/search/search-index.ts'

const WRITTEN = composeSearchIndex([
  { slide: 3, title: 'Written', text: '', alt: '', code: '', formulas: '' },
])

let load: (typeof import('../../../client/search/load-index.ts'))['loadIndex']

beforeEach(async () => {
  vi.resetModules()
  ;({ loadIndex: load } = await import('../../../client/search/load-index.ts'))
})

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** Answers requests with a text; fails without one. */
function answer(text?: string): Mock<typeof fetch> {
  const fetched = vi.fn<typeof fetch>(async () => {
    if (text === undefined) {
      throw new TypeError('Failed to fetch')
    }
    return new Response(text)
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const refuse = async (): Promise<Element> => {
  throw new Error('The slides are drawn.')
}

const drawSlides = async (): Promise<Element> => {
  const article = document.createElement('main')
  article.innerHTML = '<section data-slide="7"><h2>Drawn</h2></section>'
  return article
}

it('reads the index in the page, without a request', async () => {
  const fetched = answer()
  document.body.innerHTML = `<script type="application/json" id="lectern-search">${WRITTEN}</script>`
  expect(findSlides(await load(refuse), 'written')).toMatchObject([{ slide: 3 }])
  expect(fetched).not.toHaveBeenCalled()
})

it('reads the index of the site once', async () => {
  const fetched = answer(WRITTEN)
  expect(await load(refuse)).toBe(await load(refuse))
  expect(fetched.mock.calls).toEqual([['/lectern-search.json']])
})

it.each(['<!doctype html><title>Slides</title>', 'Not found', '', '{}', '[]', 'null'])(
  'reads the slides where the answer is %j',
  async (text) => {
    answer(text)
    expect(findSlides(await load(drawSlides), 'drawn')).toMatchObject([{ slide: 7 }])
  },
)

it('says that there is no index where the slides cannot be drawn', async () => {
  answer('Not found')
  await expect(load(refuse)).rejects.toThrow('has no search index')
})

it('fails without a connection, and works with one again', async () => {
  answer()
  await expect(load(drawSlides)).rejects.toThrow('Failed to fetch')
  answer(WRITTEN)
  expect(findSlides(await load(refuse), 'written')).toHaveLength(1)
})
