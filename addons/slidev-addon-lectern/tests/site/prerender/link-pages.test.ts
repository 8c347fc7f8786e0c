import { expect, it } from 'vitest'

import { linkPages } from '../../../site/prerender/link-pages.ts'

const NAMES = [['1'], ['2', 'two words'], ['3', 'r&d']]

it.each([
  ['<a href="#/3">', '<a href="/x/3.html">'],
  [
    '<a class="a>b" hidden href="#/3" title="c">',
    '<a class="a>b" hidden href="/x/3.html" title="c">',
  ],
  ['<a href="#/1">', '<a href="/x/">'],
  ['<a href="#/">', '<a href="/x/">'],
  ['<a href="#/?clicks=1">', '<a href="/x/#/?clicks=1">'],
  ['<a href="#/2/">', '<a href="/x/2.html">'],
  ['<a href="#/r&amp;d">', '<a href="/x/3.html">'],
  ['<a href="#/two%20words">', '<a href="/x/2.html">'],
  ['<a href="#/2?clicks=2">', '<a href="/x/2.html#/2?clicks=2">'],
])('leads %s to the page: %s', (link, expected) => {
  expect(linkPages(`<p>${link}there</a>${link}`, NAMES, '/x/')).toBe(
    `<p>${expected}there</a>${expected}`,
  )
})

it.each([
  '<a href="#/4">',
  '<a href="#footnote">',
  '<a href="https://example.com/#/3">',
  '<code>&lt;a href="#/3"&gt;</code>',
  '<a data-href="#/3">',
  '<a href="#/%E0">',
])('leaves %s as it is', (html) => {
  expect(linkPages(html, NAMES, '/x/')).toBe(html)
})
