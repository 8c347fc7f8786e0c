// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'

import { loadFurtherFonts } from '../setup/further-fonts.ts'

afterEach(() => {
  document.body.replaceChildren()
})

/** Tells whether the fonts are loaded when some HTML is added to the page. */
async function isLoadedFor(html: string): Promise<boolean> {
  const load = vi.fn<() => void>()
  const root = document.createElement('div')
  document.body.append(root)
  loadFurtherFonts(root, load)
  root.insertAdjacentHTML('beforeend', html)
  await new Promise<void>((resolve) => {
    queueMicrotask(resolve)
  })
  return load.mock.calls.length > 0
}

it.each([
  ['Chinese', '<p>下一頁</p>'],
  ['an arrow', '<ul><li>a → b</li></ul>'],
  ['a check mark', '<p>✓ right</p>'],
  ['a raised digit', '<p>10⁻⁵</p>'],
  ['an arrow beside a formula', '<p>→ <span class="katex">∈</span></p>'],
])('loads the further fonts for %s', async (_, html) => {
  expect(await isLoadedFor(html)).toBe(true)
})

it.each([
  ['English', '<p>Llama 3 – “quoted” … 3 × 10</p>'],
  ['Greek, Cyrillic and accents', '<p>αβγ Жя é ü ß ñ</p>'],
  ['a formula', '<p>so <span class="katex">x ∈ ℝ</span></p>'],
  ['within a formula', '<span class="katex"><b>∈</b></span>'],
])('loads none for %s', async (_, html) => {
  expect(await isLoadedFor(html)).toBe(false)
})

it('loads them once, whatever follows', async () => {
  const load = vi.fn<() => void>()
  loadFurtherFonts(document.body, load)
  document.body.append('下一頁')
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  document.body.append('再下一頁')
  await Promise.resolve()
  expect(load).toHaveBeenCalledOnce()
})
