import { expect, it } from 'vitest'

import { toPlainTitle } from '../../deck/plain-title.ts'

it.each([
  ['Break<br>here', 'Break here'],
  ['Break<br />here', 'Break here'],
  ['Html <em>inside</em>', 'Html inside'],
  ['Uses `Vec<T>` & *stars* [link](https://example.org)', 'Uses Vec<T> & stars link'],
  ['![pic](/a.png) Title', 'Title'],
  ['A [link](/b){color=red} here', 'A link here'],
  ['See <https://a.b>{color=red}', 'See https://a.b'],
  ['Heading ![plate](/a.png){height=30px} pic', 'Heading pic'],
  ['[Red]{color=red} word', 'Red word'],
  ['Total: {{ 1 + 1 }} of {{ n }}', 'Total: … of …'],
  ['{{ $slidev.configs.title }}', ''],
  ['Use `{{ x }}`', 'Use {{ x }}'],
  ['In $O(n^2)$ time', 'In O(n^2) time'],
  [String.raw`$x_{1} = \alpha \mathrm{d}t$`, 'x_1 = alpha d t'],
  [String.raw`Escaped \*stars\* &copy; 5 &lt; 6`, 'Escaped *stars* © 5 < 6'],
  [':smile: 🚀 and $5', ':smile: 🚀 and $5'],
])('reads %j as %j', (typed, plain) => {
  expect(toPlainTitle(typed)).toBe(plain)
})
