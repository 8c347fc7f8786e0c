import { describe, expect, it } from 'vitest'

import { hasPublicNotes, listPublicOptions } from '../../deck/public-build.ts'
import { writeDeck } from '../harness/decks.ts'

const PUBLIC = 'lectern:\n  publicNotes: true\n'
const PRIVATE = 'lectern:\n  publicNotes: false\n'

describe('the settings of a slide', () => {
  it.each([
    [
      'publicNotes: yes please',
      'slides.md:6: the frontmatter of a slide has "lectern: {"publicNotes":"yes please"}"',
    ],
    [
      'sections: cover',
      'slides.md:6: the frontmatter of a slide has "lectern: {"sections":"cover"}"',
    ],
  ])('are refused as %j, with their line', async (setting, message) => {
    const deck = writeDeck(
      `# One\n\n---\ntitle: Two\nclass: x\nlectern:\n  ${setting}\n---\n\nText.\n`,
    )
    await expect(deck).rejects.toThrow(message)
  })

  it('are refused where they would not reach the slides that are imported', async () => {
    const deck = writeDeck(`# One\n\n---\nsrc: ./more.md\n${PRIVATE}---\n`, {
      'more.md': '# Two\n',
    })
    await expect(deck).rejects.toThrow(
      'slides.md:5: a slide that imports others by "src:" has "lectern:"',
    )
  })

  it('are refused in an imported file, with its name', async () => {
    const deck = writeDeck('# One\n\n---\nsrc: ./more.md\n---\n', {
      'more.md': '---\nlectern:\n  publicNote: true\n---\n\n# Two\n',
    })
    await expect(deck).rejects.toThrow('more.md:2: the frontmatter of a slide')
  })

  it('may be those of a deck in the headmatter of an imported file', async () => {
    const deck = writeDeck('# One\n\n---\nsrc: ./more.md\n---\n', {
      'more.md': '---\nlectern:\n  sections: cover\n---\n\n# Two\n',
    })
    expect((await deck).slides).toHaveLength(2)
  })
})

describe('a build that everybody may see', () => {
  it.each([
    ['no slide has public notes', '# One\n', '# Two\n', ['--without-notes']],
    ['an imported slide has', '# One\n', `---\n${PUBLIC}---\n\n# Two\n`, []],
    [
      'all have but the imported ones',
      `---\n${PUBLIC}---\n\n# One\n`,
      `---\n${PRIVATE}---\n\n# Two\n`,
      [],
    ],
  ])('has notes as Slidev sees them: %s', async (_, first, imported, options) => {
    const deck = writeDeck(`${first}\n---\nsrc: ./more.md\n---\n`, { 'more.md': imported })
    expect(listPublicOptions(await deck)).toEqual(options)
  })
})

describe('a site that everybody may see has notes', () => {
  it.each([
    [true, `---\n${PUBLIC}---\n\n# One\n\n<!-- Note -->\n`],
    [false, `---\n${PUBLIC}---\n\n# One\n`],
    [false, '# One\n\n<!-- Note -->\n'],
  ])('%j: %j', async (expected, text) => {
    expect(hasPublicNotes(await writeDeck(text))).toBe(expected)
  })
})
