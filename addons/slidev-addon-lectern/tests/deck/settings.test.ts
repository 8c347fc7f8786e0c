import { describe, expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../deck/default-settings.ts'
import { locateSetting, readSettings } from '../../deck/settings.ts'

const read = (declared: unknown): unknown => readSettings(declared, (key) => `slides.md:${key}`)

describe('the settings of a deck', () => {
  it.each([undefined, null, {}])('are the defaults where it says %s', (declared) => {
    expect(read(declared)).toEqual(DEFAULT_SETTINGS)
  })

  it('are filled in where it says some', () => {
    expect(read({ sections: 'part', lazyClient: false })).toEqual({
      ...DEFAULT_SETTINGS,
      sections: ['part'],
      lazyClient: false,
    })
  })

  it('are read in each of their forms', () => {
    expect(
      read({
        sections: ['cover', 'section'],
        notesLang: 'zh-hant',
        allow: { spelling: 'Welsh', colours: null },
        embed: 'https://wiki.example',
        fastStart: false,
      }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      sections: ['cover', 'section'],
      notesLang: 'zh-Hant',
      allow: { spelling: 'Welsh', colors: '' },
      embed: ['https://wiki.example'],
      lazyClient: true,
      fastStart: false,
    })
    expect(read({ allow: ['overlap', 'alt'] })).toMatchObject({
      allow: { overlap: '', images: '' },
    })
  })

  it.each([
    ['yes', '"lectern" is "yes". Expected settings below it'],
    [['sections'], '"lectern" is ["sections"]. Expected settings below it'],
    [
      { section: [] },
      'slides.md:section: "lectern" has no setting "section". Did you mean sections?',
    ],
    [
      { sections: [1] },
      'slides.md:sections: "lectern.sections" is [1]. Expected one or more names',
    ],
    [{ notesLang: 'no language' }, '"lectern.notesLang" is "no language". Expected a language tag'],
    [{ notesLang: 'chinese' }, '"lectern.notesLang" is "chinese". Expected a language tag'],
    [{ notesLang: 5 }, '"lectern.notesLang" is 5. Expected a language tag'],
    [{ allow: ['overlaps'] }, 'names of checks; "overlaps" is none. Did you mean overlap?'],
    [{ allow: 3 }, 'names of checks; 3 is none.'],
    [{ lazyClient: 'off' }, '"lectern.lazyClient" is "off". Expected true or false.'],
    [{ fastStart: null }, '"lectern.fastStart" is null. Expected true or false.'],
  ])('are refused as %j, with the line and what was expected', (declared, message) => {
    expect(() => read(declared)).toThrow(message)
  })
})

describe('the line of a setting', () => {
  const text = '---\ntitle: allow\nlectern:\n  sections: [cover]\n  "allow": [fonts]\n---\n\nallow'

  it.each([
    ['lectern', 3],
    ['sections', 4],
    ['allow', 5],
    ['gone', 3],
  ])('%s is %i', (key, line) => {
    expect(locateSetting('slides.md', text, key)).toBe(`slides.md:${line}`)
  })

  it('is the first one of a file without settings', () => {
    expect(locateSetting('slides.md', '# A talk', 'lectern')).toBe('slides.md:1')
  })
})
