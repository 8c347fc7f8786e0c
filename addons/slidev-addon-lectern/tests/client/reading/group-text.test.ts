// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { groupText } from '../../../client/reading/article/group-text.ts'

function group(html: string): string {
  const root = document.createElement('section')
  root.innerHTML = html
  groupText(root)
  return root.innerHTML
}

it.each([
  [
    'text beside a block gets a paragraph',
    'a <b>b</b><ul><li>c</li></ul>',
    '<p>a <b>b</b></p><ul><li>c</li></ul>',
  ],
  [
    'a block that only places text is a paragraph',
    '<div>a <em>b</em></div>',
    '<p>a <em>b</em></p>',
  ],
  [
    'blocks that place blocks are taken apart',
    '<div><div>a</div><p>b</p></div>',
    '<p>a</p><p>b</p>',
  ],
  [
    'a figure leaves its paragraph',
    '<p>a<figure></figure>b</p>',
    '<p>a</p><figure></figure><p>b</p>',
  ],
  [
    'an item of a list keeps its text as it is',
    '<ul><li>a <b>b</b></li></ul>',
    '<ul><li>a <b>b</b></li></ul>',
  ],
  [
    'a cell with a list has its text in a paragraph',
    '<ul><li>a<ol><li>b</li></ol></li></ul>',
    '<ul><li><p>a</p><ol><li>b</li></ol></li></ul>',
  ],
  ['what is empty is left out', '<p> </p><div><span></span></div>', ''],
  [
    'an image or an icon is not empty',
    '<p><img></p><p><span class="lectern-icon"></span></p>',
    '<p><img></p><p><span class="lectern-icon"></span></p>',
  ],
  ['a part of a line without a meaning is taken apart', '<p><span>a</span> b</p>', '<p>a b</p>'],
  [
    'the language of a block is that of its paragraph',
    '<div lang="de">a</div>',
    '<p lang="de">a</p>',
  ],
  [
    'a link around blocks is in each of them',
    '<a href="/x"><div>a</div><p>b</p></a>',
    '<p><a href="/x">a</a></p><p><a href="/x">b</a></p>',
  ],
  [
    'code and drawings stay as they are',
    '<pre>a<div>b</div></pre><p><svg><g><text>c</text></g></svg></p>',
    '<pre>a<div>b</div></pre><p><svg><g><text>c</text></g></svg></p>',
  ],
])('%s', (_, html, expected) => {
  // A parser would take some of these apart by itself.
  expect(group(html)).toBe(expected)
})
