import { cpSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { loadDeck } from '../../tools/slide-model.ts'
import type { TemporaryFolder } from '../../tools/temporary-folder.ts'
import { openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { copyProject, publishDeck, ROOT } from './project-copy.ts'

let folder: TemporaryFolder
let deck: Deck
let total: number

beforeAll(async () => {
  folder = copyProject()
  cpSync(join(ROOT, 'tests/fixtures/lean'), folder.path, { recursive: true })
  deck = await openDeck(await publishDeck(folder))
  total = (await loadDeck(join(folder.path, 'slides.md'))).slides.length
})

afterAll(async () => {
  await deck.close()
  folder.remove()
})

/** Text as it is read, however its lines are broken. */
function toWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

it('prerenders slides with each of Slidev’s features as the application shows them', async () => {
  const browser = deck.context.browser()
  const reader = await browser?.newPage({ javaScriptEnabled: false })
  const read: Record<number, string> = {}
  const shown: Record<number, string> = {}
  for (let number = 1; number <= total; number += 1) {
    await reader?.goto(`${deck.url}${number}`)
    const copy = await reader?.locator('#prerendered [data-slidev-no]').innerText()
    read[number] = toWords(copy ?? '')
    const page = await deck.open(number)
    shown[number] = toWords(await slideOf(page, number).innerText())
    await page.close()
  }
  expect(read).toEqual(shown)
  expect(total).toBeGreaterThan(10)
  deck.expectNoFaults()
})
