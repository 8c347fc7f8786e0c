import { describe, expect, it, vi } from 'vitest'

import { addonMarkdown, coloredSpans } from '../../markdown/index.ts'
import { refusedAttributes, unknownColor } from '../../markdown/messages.ts'
import { ENGINES } from './engines.ts'

const BAD = '[a]{color=qwertzuiop}'

/** The lines, from 1, that hold the bad span. */
const PLACES: [place: string, source: string, lines: number[]][] = [
  ['a paragraph', BAD, [1]],
  ['the last line of a paragraph', `x\n\ny\nz ${BAD}`, [4]],
  ['several lines of a paragraph', `x ${BAD}\ny\nz ${BAD} ${BAD}`, [1, 3]],
  ['a paragraph with hard breaks', `x  \ny\\\nz<br>\n${BAD}`, [4]],
  ['a paragraph with code over two lines', `\`x\ny\` z\n${BAD}`, [3]],
  ['a paragraph with a tag over three lines', `x <b\nc="d\n"> ${BAD}</b>`, [3]],
  ['a paragraph with a link over two lines', `[x](/y\n"z") ${BAD}`, [2]],
  ['a paragraph with an image over two lines', `![x\ny](/z.png) ${BAD}`, [2]],
  ['the text of an image', `x\n![y\n${BAD} z](/u.png)\n${BAD}`, [3, 4]],
  ['the text of an image in an image’s', `x\n![y ![\n${BAD}](/u.png)](/v.png)`, [3]],
  ['the text of another span', `[x\n\`y\nz\` ${BAD}]{color=red}`, [3]],
  ['the text of a link', `[x\n${BAD}](y)`, [2]],
  ['a heading', `# x\n\n## ${BAD}\n`, [3]],
  ['an underlined heading', `x\n\ny\n${BAD}\n===\n`, [4]],
  ['a list item', `- x\n- y\n  z ${BAD}\n  - u\n  - ${BAD}`, [3, 5]],
  ['a loose list', `1. x\n\n   y\n   ${BAD}\n\n2. z ${BAD}`, [4, 6]],
  ['a quote', `> x\n>\n> - y\n>   ${BAD}`, [4]],
  ['an alert', `> [!NOTE]\n> x\n> ${BAD}`, [3]],
  ['a table', `| x |\n| - |\n| y |\n| ${BAD} |\n| z |\n\n${BAD}`, [4, 7]],
  ['the head of a table', `x\n\n| x | ${BAD} |\n| - | - |\n| y | z |`, [3]],
  ['raw HTML', `<div>\n\nx\n${BAD}\n\n</div>\n\n${BAD}`, [4, 8]],
  ['a paragraph behind a definition', `[x]: /y\n[z]: /u\nv ${BAD}`, [3]],
]

describe.each(ENGINES)('on %s', (_name, create) => {
  it.each(PLACES)('names the line of a span in %s', (_place, source, lines) => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    // Slidev's plugin for alerts removes the first line of the text before it is parsed.
    md.core.ruler.after('block', 'alert', ({ tokens }) => {
      for (const token of tokens) {
        token.content = token.content.replace(/^\[!NOTE\]\n/, '')
      }
    })
    addonMarkdown(md, { logger: { warn } })
    md.render(source)
    expect(warn.mock.calls.flat()).toEqual(
      lines.map((line) =>
        unknownColor({
          line: `line ${line}`,
          value: 'qwertzuiop',
          span: BAD,
          suggestion: undefined,
        }),
      ),
    )
  })

  it('names the line of an image’s attributes', () => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    addonMarkdown(md, { logger: { warn } })
    md.render('x\n\n![y\nz](/a.png) and\n![b](/b.png){onload=c}')
    expect(warn.mock.calls[0]?.[0]).toContain(' line 5: "onload=c"')
    md.render('x\n![y\n![z](/a.png){onload=d}](/b.png)')
    expect(warn.mock.calls[1]?.[0]).toContain(' line 3: "onload=d"')
  })

  it('warns once about a span, however often it is rendered', () => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    addonMarkdown(md, { logger: { warn } })
    md.render(BAD)
    md.render(BAD)
    md.render(`${BAD} ${BAD}`)
    expect(warn).toHaveBeenCalledOnce()
  })

  it('warns about the same span on two lines, and on two slides', () => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    const locate = (line: number, env: unknown) => `${JSON.stringify(env)}:${line}`
    addonMarkdown(md, { logger: { warn }, locate })
    md.render(`${BAD}\n${BAD}`, { id: 1 })
    md.render(BAD, { id: 2 })
    expect(warn.mock.calls.map(([text]) => text.split(' ')[1])).toEqual([
      '{"id":1}:0:',
      '{"id":1}:1:',
      '{"id":2}:0:',
    ])
  })

  it('reports each warning once if both of the addon’s rules are used', () => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    coloredSpans(md, { logger: { warn } })
    addonMarkdown(md, { logger: { warn } })
    md.render(`${BAD}\n![b](/b.png){onload=c}`)
    expect(warn).toHaveBeenCalledTimes(2)
  })

  it('warns on the console unless told otherwise', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const md = create()
    addonMarkdown(md)
    md.render(BAD)
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls[0]?.[0]).toContain(
      '[slidev-addon-addon] line 1: unknown color "qwertzuiop"',
    )
    warn.mockRestore()
  })

  it('throws all warnings of a text as one error in strict mode, and logs none', () => {
    const warn = vi.fn<(text: string) => void>()
    const md = create()
    addonMarkdown(md, { logger: { warn }, settings: { strict: true } })
    expect(() => md.render(`${BAD}\n\n![b](/b.png){onload=c} ${BAD} ${BAD}`)).toThrow(
      [
        unknownColor({ line: 'line 1', value: 'qwertzuiop', span: BAD, isStrict: true }),
        refusedAttributes({
          line: 'line 3',
          attributes: '{onload=c}',
          refused: ['onload=c'],
          isStrict: true,
        }),
        unknownColor({ line: 'line 3', value: 'qwertzuiop', span: BAD, isStrict: true }),
      ].join('\n'),
    )
    expect(warn).not.toHaveBeenCalled()
    expect(md.render('[a]{color=red}')).toContain('colored-span')
  })
})
