import { describe, expect, it } from 'vitest'

import { commandOf, COMMANDS } from './calls.ts'
import { describeRefusals, refusalOf } from './refusals.ts'

describeRefusals(COMMANDS, {
  base: '/x/',
  url: 'https://lab.example/x/',
  router: 'hash',
  out: 'elsewhere',
  port: '80',
  output: 'elsewhere.pdf',
  slides: '1',
  format: 'pdf',
  site: 'built',
  only: 'links',
  min: 'hint',
  deck: '../slides.md',
})

describe('a command refuses', () => {
  it.each(['build', 'export', 'handout', 'doctor'])('%s of two decks', async (name) => {
    expect(await refusalOf(commandOf(name), ['other.md', '../slides.md'])).toBe(
      `npm run ${name}: This command takes one deck, and 2 are named: other.md, ../slides.md.`,
    )
  })

  it.each(['build', 'export', 'handout', 'doctor'])('%s of no deck', async (name) => {
    const refusal = async (deck: string): Promise<string> => refusalOf(commandOf(name), [deck])
    expect(await refusal('othr.md')).toMatch(/There is no file othr\.md\..* Did you mean other\.md/)
    expect(await refusal('other')).toMatch(/There is no file other\..* Did you mean other\.md/)
    expect(await refusal('slides.md')).toMatch(
      /There is no file slides\.md\. Name an existing deck\.$/,
    )
    expect(await refusal('nowhere/x.md')).toContain('There is no file nowhere/x.md.')
    expect(await refusal('built')).toContain('There is no file built/slides.md.')
    expect(await refusal('notes.txt')).toContain('A deck is a Markdown file')
    expect(await refusal('')).toContain('It is empty.')
  })

  it.each(['sise', 'public/size.png', 'size.vue'])('figures of %s', async (typed) => {
    expect(await refusalOf(commandOf('figures'), ['code', typed])).toBe(
      `npm run figures: There is no figure "${typed}". Did you mean size? All of them are in figures/.`,
    )
  })

  it('figures of a folder with parts that figures share', async () => {
    expect(await refusalOf(commandOf('figures'), ['parts'])).toContain('no figure "parts"')
  })

  it('figures of a deck without figures', async () => {
    expect(await refusalOf(commandOf('figures'), ['--deck', 'other.md'])).toBe(
      'npm run figures: other.md has no figures. Write one as figures/NAME/NAME.vue in its folder, a Vue component.',
    )
  })

  it('preview of a deck', async () => {
    expect(await refusalOf(commandOf('preview'), ['other.md'])).toBe(
      `npm run preview: "other.md" is no option, and this command takes only options.`,
    )
  })

  it.each(['export', 'handout', 'doctor'])('%s of slides that are not there', async (name) => {
    const refusal = async (range: string): Promise<string> =>
      refusalOf(commandOf(name), ['--slides', range])
    expect(await refusal('all')).toContain('--slides: "all" names no slides. Write them as 3,')
    expect(await refusal('2-3')).toContain(
      '--slides: There is no slide "2-3": the deck has 2 slides.',
    )
  })

  it.each([
    ['build --base', 'a b', 'Name a path such as /talks/x/, without spaces and "..".'],
    ['build --base', '../x', 'Name a path'],
    ['build --base', './x', 'Name a path'],
    ['build --base', '/talks//x', 'Name a path'],
    ['build --base', '/talks?x', 'Name a path'],
    ['build --base', String.raw`C:\talks`, 'Name a path'],
    ['build --base', 'https://lab.example/x/', 'Give it with --url instead.'],
    ['build --url', 'lab.example/x', 'Name an address such as https://lab.example/talks/x/.'],
    ['build --url', '/talks/x/', 'Name an address'],
    ['build --url', 'ftp://lab.example/', 'Name an address'],
    ['build --url', 'https://', 'Name an address'],
    ['build --url', 'https://lab.example/a b', 'Name an address'],
    ['build --url', 'https://lab.example/x/?slide=1', 'without query, fragment and user name'],
    ['build --url', 'https://lab.example/x/#/12', 'without query, fragment and user name'],
    ['build --router', 'hsh', 'Allowed choices are history, hash.'],
    ['build --out', 'other.md', 'It is a file. Name a folder.'],
    ['preview --out', 'other.md', 'It is a file. Name a folder.'],
    ['preview --port', '65536', 'Name a number up to 65535, such as 4173.'],
    ['preview --port', '80a', 'Name a number'],
    ['preview --port', '1e3', 'Name a number'],
    ['preview --port', '80.5', 'Name a number'],
    ['export --format', 'gif', 'Allowed choices are pdf, png, pptx, pptx-editable.'],
    ['export --format', 'PDF', 'Allowed choices are pdf, png, pptx, pptx-editable.'],
    ['export --site', 'nowhere', 'There is no such folder.'],
    ['export --site', 'other.md', 'There is no such folder.'],
    ['export --output', 'deck', 'Name a file that ends with .pdf.'],
    ['export --output', 'x.pptx', 'ends with .pdf, or give --format pptx.'],
    ['handout --site', 'nowhere', 'There is no such folder.'],
    [
      'handout --output',
      'deck.txt',
      '--output deck.txt does not fit. Name a file that ends with .pdf.',
    ],
    ['doctor --only', 'speling', 'Did you mean spelling? They are overflow, overlap,'],
    ['doctor --only', 'links,', 'There is no check "".'],
    ['doctor --min', 'info', 'Allowed choices are error, warning, hint.'],
  ])('%s %j', async (called, value, expected) => {
    const [name = '', option = ''] = called.split(' ')
    const message = await refusalOf(commandOf(name), [option, value])
    expect(message).toContain(option)
    expect(message).toContain(expected)
  })

  it.each([
    ['build --base /x/ --url https://lab.example/x/', "'--url <ADDRESS>' cannot be used with"],
    ['build --single --speaker', "'--single' cannot be used with option '--speaker'"],
    ['build --single --base /x/', "'--single' cannot be used with option '--base <PATH>'"],
    [
      'build --single --url https://lab.example/x/',
      "'--single' cannot be used with option '--url <ADDRESS>'",
    ],
    ['build --single --router hash', "'--single' cannot be used with option '--router <KIND>'"],
    ['build --single --with-pdf', "'--single' cannot be used with option '--with-pdf'"],
    [
      'build --single --out dist',
      '--out dist does not fit --single. Name a file that ends with .html.',
    ],
    [
      'export --format png --output x.pdf',
      'writes a folder of images, and --output x.pdf is a file',
    ],
    ['export --format png --output other.md', 'writes a folder of images'],
    ['export --format png --archive', '--archive writes a PDF, and the format is png.'],
    ['export --format pptx --output x.pdf', 'ends with .pptx, or give --format pdf.'],
    ['export --format pptx-editable --output x.pdf', 'ends with .pptx, or give --format pdf.'],
    ['handout --notes-only --dark', "'--notes-only' cannot be used with option '--dark'"],
    ['doctor --online --only notes', '--online needs the check "links", which --only leaves out.'],
  ])('%s, whose parts do not fit together', async (called, expected) => {
    const [name = '', ...args] = called.split(' ')
    expect(await refusalOf(commandOf(name), args)).toContain(expected)
  })
})
