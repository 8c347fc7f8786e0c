// @vitest-environment happy-dom
import { createMarkdownExit } from 'markdown-exit'
import { afterEach, expect, it } from 'vitest'

import { breakLines } from '../../client/note-lines.ts'
import { watchNotes } from '../../client/watch-notes.ts'

let stop = (): void => {}

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** Shows a note as Slidev renders it, and breaks its lines; returns its HTML. */
function show(markdown: string): string {
  const note = createNote(markdown)
  breakLines(note)
  return note.innerHTML.trim()
}

function createNote(markdown: string): HTMLElement {
  const note = document.createElement('div')
  note.className = 'slidev-note'
  note.innerHTML = createMarkdownExit({ html: true }).render(markdown)
  document.body.append(note)
  return note
}

const MARK = '<span class="slidev-note-click-mark" data-clicks="1"></span>'

it.each([
  ['two lines', 'One\ntwo', '<p>One<br>two</p>'],
  ['three lines', 'One\ntwo\nthree', '<p>One<br>two<br>three</p>'],
  [
    'lines that begin and end with more than text',
    '**One**\n`two`',
    '<p><strong>One</strong><br><code>two</code></p>',
  ],
  ['a line break within bold text', '**One\ntwo**', '<p><strong>One<br>two</strong></p>'],
  [
    'bold text that ends with its line',
    '*a **b***\nc',
    '<p><em>a <strong>b</strong></em><br>c</p>',
  ],
  ['a numbered line after an item', '1. One\n1.1. More', '<ol>\n<li>One<br>1.1. More</li>\n</ol>'],
  [
    'an item with two paragraphs',
    '- One\n  more\n\n  Two',
    '<ul>\n<li>\n<p>One<br>more</p>\n<p>Two</p>\n</li>\n</ul>',
  ],
  ['a mark of a click in the second line', `One\n${MARK} two`, `<p>One<br>${MARK} two</p>`],
  ['a mark of a click at the end of a line', `One ${MARK}\ntwo`, `<p>One ${MARK}<br>two</p>`],
])('breaks %s', (_, markdown, html) => {
  expect(show(markdown)).toBe(html)
})

it.each([
  ['a break that the author made', 'One  \ntwo'],
  ['a break in HTML', 'One<br>\ntwo'],
  ['a list in a list', '- One\n  - two\n- three'],
  ['two paragraphs', 'One\n\ntwo'],
  ['code', '```\none\ntwo\n```'],
  ['code in a line', '`one\ntwo`'],
  ['a block of HTML', '<div>\none\ntwo\n</div>'],
  ['a table', '| a | b |\n| --- | --- |\n| c | d |'],
  ['headings', 'One\n===\n\n## Two'],
  ['a mark of a click on a line of its own', `${MARK}\nOne`],
  ['a formula', '<p><span class="katex"><annotation>a\nb</annotation></span></p>'],
])('leaves %s alone', (_, markdown) => {
  const before = createNote(markdown).innerHTML.trim()
  expect(show(markdown)).toBe(before)
})

it('breaks the lines of a text that Slidev has put into an element beside the mark of a click', () => {
  const note = createNote(`<p><span>One\n</span>${MARK}<span> two\nthree</span></p>`)
  breakLines(note)
  expect(note.innerHTML).toBe(`<p><span>One<br></span>${MARK}<span> two<br>three</span></p>`)
})

it('breaks the lines of a note that is shown or changed later, and then rests', async () => {
  let calls = 0
  stop = watchNotes(document.body, (note) => {
    calls += 1
    breakLines(note)
  })
  const note = createNote('- One\n  more\n  - two')
  await expect.poll(() => note.querySelectorAll('br').length).toBe(1)
  note.innerHTML = '<p>a\nb\nc</p>'
  await expect.poll(() => note.innerHTML).toBe('<p>a<br>b<br>c</p>')
  const before = calls
  document.body.append(document.createElement('p'))
  await expect.poll(() => calls).toBeGreaterThan(before)
  // A call for the new paragraph, and none for what the calls did.
  expect(calls).toBeLessThanOrEqual(before + 2)
})
