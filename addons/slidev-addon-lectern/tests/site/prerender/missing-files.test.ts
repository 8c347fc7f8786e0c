import { expect, it } from 'vitest'

import { describeExplanation } from '../../../deck/explanation.ts'
import { explainMissingFiles } from '../../../site/prerender/missing-files.ts'
import { writeDeck } from '../../harness/decks.ts'

const DECK = `---
background: /sea.png
---

# One

<div style="background: url('/sea.png')"></div>

---

![x](/sea.png)

<p :style="{ background: 'url(/sea.png)' }">x</p>

---

<iframe src="./demo/page.html"></iframe>

![x](/gone.png)
`

it('knows a base path that browsers write in another way', async () => {
  const deck = await writeDeck('![x](/none.png)\n\n<iframe src="./ü.html"></iframe>\n')
  const [line] = explainMissingFiles(deck, ['/talks/%C3%BC%20x/%C3%BC.html'], '/talks/%C3%BC%20x/')
  expect(line?.seen).toBe('the site has no file "ü.html"')
})

async function explain(...paths: string[]): Promise<string[]> {
  const deck = await writeDeck(DECK, { 'public/sea.png': '' })
  return explainMissingFiles(deck, paths, '/sub/').map(describeExplanation)
}

it('names the line whose address the build does not complete, not those that it does', async () => {
  const [line, ...others] = await explain('/sea.png')
  expect(line).toMatch(
    /^slides\.md:7: "\/sea\.png" is asked for outside of \/sub\/, where the site is served \(also on slide 2\)\. Expected/,
  )
  expect(others).toEqual([])
})

it('names a file that the site does not have', async () => {
  expect(await explain('/sub/demo/page.html')).toEqual([
    expect.stringContaining('slides.md:17: the site has no file "demo/page.html". Expected'),
  ])
})

it('leaves out what the build has said, and names the deck where no line has the address', async () => {
  expect(await explain('/sub/gone.png')).toEqual([])
  expect(await explain('/api/data')).toEqual([
    expect.stringMatching(/^slides\.md:1: "\/api\/data"/),
  ])
})
