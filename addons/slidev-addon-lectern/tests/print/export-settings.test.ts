import { describe, expect, it } from 'vitest'

import { readExportSettings } from '../../print/export-settings.ts'
import type { ReadSettings } from '../../print/export-settings.ts'
import { writeDeck } from '../harness/decks.ts'

/** Reads the options of a deck with four slides, the headmatter's first line being the second of the file. */
async function readOptions(headmatter: string): Promise<ReadSettings> {
  const slides = Array.from({ length: 4 }, (_, index) => `# ${index}\n`).join('\n---\n\n')
  return readExportSettings(await writeDeck(`---\n${headmatter}\n---\n\n${slides}`))
}

describe('options of the headmatter', () => {
  it('are used as Slidev understands them', async () => {
    const { settings, problems } = await readOptions(
      'export:\n  format: png\n  output: a/b\n  range: 1,3-\n  dark: true\n  withClicks: true\n  wait: 500',
    )
    expect(settings).toEqual({
      format: 'png',
      output: 'a/b',
      slides: '1-1,3-4',
      isDark: true,
      hasEveryClick: true,
      waitMs: 500,
    })
    expect(problems).toEqual([])
  })

  it.each([
    ['title: x'],
    ['export: {}'],
    ['export:'],
    ['export: { scale: 2, perSlide: false, withToc: true }'],
  ])('may be missing, or what is done anyway: %j', async (headmatter) => {
    expect(await readOptions(headmatter)).toEqual({ settings: {}, problems: [] })
  })

  it.each([
    ['all', undefined],
    ['"*"', undefined],
    ['2', '2-2'],
    ['2;4', '2-2,4-4'],
    ['3-9', '3-4'],
    ['"1,9"', '1-1'],
  ])('name slides: %s', async (range, slides) => {
    expect(await readOptions(`export: { range: ${range} }`)).toEqual({
      settings: { slides },
      problems: [],
    })
  })

  it.each([
    ['timeout: 60000', 'Slides are printed as soon as they are drawn.'],
    ['waitUntil: networkidle', 'Slides are printed as soon as they are drawn.'],
    ['executablePath: /usr/bin/chromium', 'Name the browser in the variable CHROMIUM_PATH.'],
    ['withToc: false', 'The PDF always has an outline.'],
    ['perSlide: true', 'All slides are printed at once, which gives the same pages.'],
    ['scale: 3', "Images always have twice the slide's size."],
    ['omitBackground: true', 'Images have their background.'],
  ])('that change nothing here are named with their line: %s', async (option, reason) => {
    const { settings, problems } = await readOptions(`title: x\nexport:\n  dark: true\n  ${option}`)
    expect(settings).toEqual({ isDark: true })
    expect(problems).toEqual([
      {
        file: expect.stringMatching(/slides\.md$/),
        line: 5,
        severity: 'hint',
        message: expect.stringMatching(/^"export\.\w+" is .* and is not used\. /),
      },
    ])
    expect(problems[0]?.message.endsWith(reason)).toBe(true)
  })

  it.each([
    [
      'format: md',
      '"export.format" is "md" and is not used. Expected pdf, png, pptx or pptx-editable.',
    ],
    ['dark: yes please', '"export.dark" is "yes please" and is not used. Expected true or false.'],
    ['range: none', '"export.range" is "none" and is not used. Expected slides such as 3,12-16.'],
    [
      'range: 8-9',
      '"export.range" is "8-9" and is not used. Expected slides of this deck, which has 4.',
    ],
    ['wait: -1', '"export.wait" is -1 and is not used. Expected a time in milliseconds.'],
    ['with-clicks: true', '"export" has no option "with-clicks". Did you mean withClicks?'],
  ])('that are wrong are named with their line: %s', async (option, message) => {
    const { settings, problems } = await readOptions(`export: { ${option} }`)
    expect(settings).toEqual({})
    expect(problems).toEqual([{ file: expect.any(String), line: 2, severity: 'warning', message }])
  })

  it('are a map', async () => {
    const { problems } = await readOptions('export: pdf')
    expect(problems[0]?.message).toContain('"export" is "pdf" and is not used. Expected options')
  })
})
