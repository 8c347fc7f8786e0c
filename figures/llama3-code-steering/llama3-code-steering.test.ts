import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { mount } from '@vue/test-utils'
import Color from 'colorjs.io'
import { describe, expect, it } from 'vitest'

import { figureText } from '../test-readers/figure-text.ts'
import { LISTINGS } from './listings.ts'
import Figure from './llama3-code-steering.vue'

const [terse, steered] = LISTINGS
const FIGURE_CSS = readFileSync(join(import.meta.dirname, '../parts/figure.css'), 'utf8')

/** Names a listing declares, its method included. */
function listNames(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:\bint(?:\[\])? |, (?=\w+ = ))(?<name>\w+)/g)].map(
      ({ groups }) => groups?.name ?? '',
    ),
  )
}

it('shows the listing without system prompt above the one with it, line by line', () => {
  const panels = mount(Figure)
    .findAll('.code-panel')
    .map((panel) => ({
      title: panel.get('.heading').text(),
      lines: panel.findAll('.line').map((line) => line.element.textContent),
    }))
  expect(panels).toEqual([
    { title: 'without system prompt', lines: terse.lines },
    { title: 'with system prompt', lines: steered.lines },
  ])
})

it('says of each listing what is to be seen in it: comments, names, memory', () => {
  const traits = mount(Figure)
    .findAll('ul')
    .map((list) => list.findAll('li').map((trait) => trait.text()))
  expect(traits).toEqual([
    ['no comments', 'terse names', 'O(n) memory'],
    ['comments', 'clear names', 'O(1) memory'],
  ])
})

it('comments the second listing only', () => {
  const comments = mount(Figure)
    .findAll('.code-panel')
    .map((panel) => panel.findAll('.comment').map((comment) => comment.text()))
  expect(comments).toEqual([
    [],
    ['// Largest sum, no two values adjacent', '// skip this value, or take it'],
  ])
})

it('names by single letters in the first listing and by words in the second', () => {
  expect(listNames(terse.lines)).toEqual(['maxSum', 'a', 'n', 'd', 'i'])
  expect(listNames(steered.lines)).toEqual([
    'maxSum',
    'values',
    'best',
    'bestBefore',
    'value',
    'withValue',
  ])
})

it('reserves an array of n+1 in the first listing only, and marks the lines of memory', () => {
  expect(LISTINGS.map(({ lines }) => lines.filter((line) => line.includes('new ')))).toEqual([
    ['  int[] d = new int[n+1];'],
    [],
  ])
  expect(
    mount(Figure)
      .findAll('.line.memory')
      .map((line) => line.text()),
  ).toEqual(['int[] d = new int[n+1];', 'int best = 0, bestBefore = 0;'])
})

it('keeps every line to the 41 characters that fit beside the review', () => {
  expect(LISTINGS.flatMap(({ lines }) => lines.filter((line) => line.length > 41))).toEqual([])
})

it('is read as text, each review before its code, and shows the second listing on the first click', () => {
  const wrapper = mount(Figure)
  expect(wrapper.find('.figure-reading').exists()).toBe(false)
  for (const panel of wrapper.findAll('.code-panel')) {
    expect([...panel.element.children].map(({ className }) => className)).toEqual([
      'review',
      'code',
    ])
  }
  const steps = wrapper.findAll('.code-panel').map((panel) => panel.attributes('data-step'))
  expect(steps).toEqual([undefined, '1'])
})

it('credits the figure of the paper and calls the example its own', () => {
  expect(figureText(Figure)).toContain('Own example after arXiv:2407.21783v3, Figure 9')
})

describe.each([
  { mode: 'light', block: FIGURE_CSS.split('.dark .figure-card')[0] ?? '' },
  { mode: 'dark', block: FIGURE_CSS.split('.dark .figure-card')[1] ?? '' },
])('$mode mode', ({ block }) => {
  const colors = new Map(
    [...block.matchAll(/--figure-(?<name>[\w-]+): (?<hex>#\w+)/g)].map(({ groups }) => [
      groups?.name ?? '',
      groups?.hex ?? '',
    ]),
  )

  it.each(
    ['code-keyword', 'code-number', 'code-comment'].flatMap((name) =>
      ['note', 'good-soft', 'bad-soft'].map((ground) => ({ name, ground })),
    ),
  )('sets $name on $ground at 4.5:1 or more', ({ name, ground }) => {
    const ratio = Color.contrast(colors.get(name) ?? '', colors.get(ground) ?? '', 'WCAG21')
    expect(ratio).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['good', 'bad'])('sets the review in %s at 4.5:1 or more', (name) => {
    const ratio = Color.contrast(colors.get(name) ?? '', colors.get(`${name}-soft`) ?? '', 'WCAG21')
    expect(ratio).toBeGreaterThanOrEqual(4.5)
  })
})
