// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { markForReaders } from '../../../page/print/mark-for-readers.ts'
import { EMPTY_CELL } from '../../../page/print/reader-hints.ts'

const GONE = 'class="slidev-vclick-hidden" style="display: none"'

it('keeps the cells of which nothing is printed', () => {
  document.body.innerHTML = `<table>
    <tr><td>words</td><td></td></tr>
    <tr><td><b ${GONE}>words that go</b></td><td><b ${GONE}>words that go</b> and stay</td></tr>
    <tr><td ${GONE}>words that go</td><td><img src="/a.png" alt=""></td></tr>
    <tr><td><i ${GONE}><img src="/a.png" alt=""></i></td><td class="slidev-vclick-hidden">dimmed</td></tr>
  </table>`
  markForReaders()
  const rows = [...document.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.querySelector(`a[href="${EMPTY_CELL}"]`) !== null),
  )
  expect(rows).toEqual([
    [false, true],
    [true, false],
    [true, false],
    [true, false],
  ])
  document.body.replaceChildren()
})
