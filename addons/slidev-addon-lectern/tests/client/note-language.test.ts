// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { markNoteLanguage } from '../../client/note-language.ts'

let stop = (): void => {}

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** Shows notes as Slidev does, below an element that is marked from now on. */
function showNotes(html: string): HTMLElement {
  const root = document.createElement('main')
  root.innerHTML = html
  document.body.append(root)
  stop = markNoteLanguage(root, 'zh-Hant')
  return root
}

function languages(root: HTMLElement, selector: string): (string | null)[] {
  return [...root.querySelectorAll(selector)].map((part) => part.getAttribute('lang'))
}

describe('markNoteLanguage', () => {
  it('marks the Chinese paragraphs of a note and no English one', () => {
    const root = showNotes(
      '<div class="slidev-note"><p>少量的高品質資料</p><p>Check: section 3.1.3</p></div>',
    )
    expect(languages(root, 'p')).toEqual(['zh-Hant', null])
  })

  it('marks a paragraph that is only in part Chinese', () => {
    const root = showNotes('<div class="slidev-note"><p>在405B的模型上</p></div>')
    expect(languages(root, 'p')).toEqual(['zh-Hant'])
  })

  it.each(['p', 'h1', 'h2', 'h3'])('marks a Chinese %s', (tag) => {
    const root = showNotes(`<div class="slidev-note"><${tag}>提升模型能力</${tag}></div>`)
    expect(languages(root, tag)).toEqual(['zh-Hant'])
  })

  it('marks the items of a list one by one', () => {
    const root = showNotes(
      '<div class="slidev-note"><ol><li>畫出圖</li><li>Figure 3</li></ol></div>',
    )
    expect(languages(root, 'li')).toEqual(['zh-Hant', null])
    expect(languages(root, 'ol')).toEqual([null])
  })

  it('leaves text outside the notes alone', () => {
    const root = showNotes('<p>少量</p><div class="slidev-note"><p>少量</p></div>')
    expect(languages(root, 'p')).toEqual([null, 'zh-Hant'])
  })

  it('leaves a language alone that the author set', () => {
    const root = showNotes('<div class="slidev-note"><p lang="ja">少量</p></div>')
    expect(languages(root, 'p')).toEqual(['ja'])
  })

  it('leaves Greek and Japanese kana without a Chinese character alone', () => {
    const root = showNotes('<div class="slidev-note"><p>(α,A) = (0.53,0.29)</p><p>モデル</p></div>')
    expect(languages(root, 'p')).toEqual([null, null])
  })

  it('marks a note that is shown later', async () => {
    const root = showNotes('<div class="slidev-note"></div>')
    const note = root.querySelector('.slidev-note')
    note?.replaceChildren(Object.assign(document.createElement('p'), { textContent: '少量' }))
    await expect.poll(() => languages(root, 'p')).toEqual(['zh-Hant'])
  })

  it('marks no note that is shown after it was stopped', async () => {
    const root = showNotes('<div class="slidev-note"></div>')
    const watched = document.createElement('div')
    document.body.append(watched)
    stop()
    const stopWatched = markNoteLanguage(watched, 'zh-Hant')
    const html = '<div class="slidev-note"><p>少量</p></div>'
    root.innerHTML = html
    watched.innerHTML = html
    await expect.poll(() => languages(watched, 'p')).toEqual(['zh-Hant'])
    stopWatched()
    expect(languages(root, 'p')).toEqual([null])
  })
})
