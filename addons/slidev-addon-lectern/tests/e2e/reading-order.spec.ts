import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { printDeck } from '../../print/print-deck.ts'
import { printHandout } from '../../print/print-handout.ts'
import { openDeck } from '../harness/deck.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { listSlideTexts, readAloud } from '../harness/reading-order.ts'
import { shareBuild } from '../harness/shared-builds.ts'

let folder: TemporaryFolder

beforeAll(() => {
  folder = makeFolder()
})

afterAll(() => folder.remove())

/** Slide of the fixture with what paper shows otherwise, such as a video. */
const CHANGED = 'Framesandfilms'

/** Characters of the fixture that no bundled font has: whether a machine draws them depends on its fonts. */
const FOREIGN_RE = /[\p{Extended_Pictographic}\p{Script=Arabic}\u{FE0E}\u{FE0F}]/gu

/** Returns a text without spaces, punctuation of lists and what no bundled font has. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(FOREIGN_RE, '')
    .replace(/[\s\u00AD.,]/g, '')
}

it.each(['accessible', 'talk'] as const)(
  'reads every slide of the deck %s as it stands there',
  async (name) => {
    const site = await shareBuild(name)
    const output = join(folder.path, `${name}.pdf`)
    await printDeck({ entry: FIXTURES[name], site, output })
    const read = await readAloud(output)
    const deck = await openDeck(site)
    const page = await deck.open('print?print=true')
    const isComparable = (text: string): boolean => text !== '' && !text.startsWith(CHANGED)
    const heard = read.map(({ text }) => squeeze(text)).filter(isComparable)
    // Diagrams and code in steps are drawn when the page is open.
    const listShown = async (): Promise<string[]> => {
      const texts = await listSlideTexts(page)
      return texts.map(squeeze).filter(isComparable)
    }
    await expect.poll(listShown, { timeout: 20_000 }).toEqual(heard)
    await deck.close()
  },
)

it('claims the standard for the handout as well, by the rules for paper', async () => {
  const { standards, problems } = await printHandout({
    entry: FIXTURES.accessible,
    site: await shareBuild('accessible'),
    output: join(folder.path, 'handout.pdf'),
  })
  expect(problems.filter(({ message }) => message.includes('does not claim'))).toEqual([])
  expect(standards).toEqual(['PDF/UA-1'])
})

it('says what each element is', async () => {
  const output = join(folder.path, 'order.pdf')
  await printDeck({ entry: FIXTURES.accessible, site: await shareBuild('accessible'), output })
  const slides = await readAloud(output)
  const text = slides.map(({ title, lines }) => [`# ${title}`, ...lines, ''].join('\n')).join('\n')
  // Where the machine has no font for the words of a line, spaces are left.
  const known = text.replace(FOREIGN_RE, '').replace(/ +$/gm, '')
  await expect(known).toMatchFileSnapshot('../fixtures/accessible/reading-order.txt')
})
