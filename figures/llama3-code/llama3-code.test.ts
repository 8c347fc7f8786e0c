import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import facts from '../data/training-facts.json'
import { middleOf } from '../parts/geometry.ts'
import type { Box, Side } from '../parts/geometry.ts'
import { drawnArrows, listedArrows } from '../test-readers/arrows.ts'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import { listArrows } from './arrows.ts'
import { listBoxes, listSisters, PLACES } from './llama3-code.ts'
import Figure from './llama3-code.vue'

const SIDES: Side[] = ['left', 'right', 'top', 'bottom']

/** Tells whether an arrow ends in the middle of a side, or anywhere on the top or bottom of a panel. */
function meets(place: Box, point: readonly [number, number] | undefined): boolean {
  if (!point) {
    return false
  }
  const onPanel =
    (place === PLACES.checks || place === PLACES.sisters) &&
    [place.y, place.y + place.h].includes(point[1]) &&
    point[0] > place.x &&
    point[0] < place.x + place.w
  return (
    onPanel ||
    SIDES.some((side) => middleOf(place, side).every((value, axis) => value === point[axis]))
  )
}

it('draws the boxes of the pipeline, each of its kind', () => {
  const drawn = mount(Figure)
    .findAll('.flow-box')
    .map((box) => [
      box.get('.flow-title').text().replace('\n', ' '),
      box.classes().find((name) => name !== 'flow-box'),
    ])
  expect(drawn).toEqual([
    ['Problem descriptions', 'data'],
    ['Solution', 'data'],
    ['Static analysis', 'process'],
    ['Unit tests', 'process'],
    ['Feedback and self-correction', 'bad'],
    ['Kept dialogs', 'good'],
    ['Synthetic SFT data for code', 'data'],
    ['Finetuned model', 'model'],
  ])
})

it('numbers the steps from 1 to 7', () => {
  const wrapper = mount(Figure)
  const steps = [
    ...wrapper
      .findAll('.flow-box:has(.flow-step)')
      .map((box) => [
        box.get('.flow-step').text(),
        box.get('.flow-title').text().replace('\n', ' '),
      ]),
    [wrapper.get('.flow-panel .flow-step').text(), 'checks'],
    [
      wrapper.get('.decision .flow-step').text(),
      wrapper.get('.question').text().replace('\n', ' '),
    ],
  ].toSorted(([a = ''], [b = '']) => a.localeCompare(b))
  expect(steps).toEqual([
    ['1', 'Problem descriptions'],
    ['2', 'Solution'],
    ['3', 'checks'],
    ['4', 'All checks passed?'],
    ['5', 'Feedback and self-correction'],
    ['6', 'Kept dialogs'],
    ['7', 'Finetuned model'],
  ])
})

it('has the two checks side by side on the panel of step 3', () => {
  const { checks, staticAnalysis, unitTests } = PLACES
  expect(staticAnalysis.y).toBe(unitTests.y)
  expect(staticAnalysis.x).toBeGreaterThan(checks.x)
  expect(unitTests.x).toBeGreaterThan(staticAnalysis.x + staticAnalysis.w)
  expect(unitTests.x + unitTests.w).toBeLessThan(checks.x + checks.w)
  expect(unitTests.y + unitTests.h).toBeLessThan(checks.y + checks.h)
})

it('leads what fails back to the checks and what passes into the data; only the next round is dashed', () => {
  const arrows = listArrows().map(({ from, to, label = '', tone = '', dashed = false }) => [
    from,
    to,
    label.replaceAll('\n', ' '),
    tone,
    dashed,
  ])
  expect(arrows).toEqual([
    ['problem', 'solution', '', '', false],
    ['solution', 'checks', '', '', false],
    ['checks', 'decision', '', '', false],
    ['decision', 'correction', 'no', 'bad', false],
    ['correction', 'checks', '', 'bad', false],
    ['decision', 'kept', 'yes', 'good', false],
    ['kept', 'sftData', '', '', false],
    ['sftData', 'tuned', '', '', false],
    ['sisters', 'sftData', '', '', false],
    ['tuned', 'problem', 'next round: the better model writes the data', '', true],
  ])
})

it.each(listArrows())('leads straight from $from to $to', ({ from, to, points }) => {
  const [start, end] = points
  expect(points).toHaveLength(2)
  expect(meets(PLACES[from], start)).toBe(true)
  expect(meets(PLACES[to], end)).toBe(true)
  expect(start?.[0] === end?.[0] || start?.[1] === end?.[1]).toBe(true)
})

it('draws every arrow along its points, with its label and its dashes', () => {
  expect(drawnArrows(Figure)).toEqual(listedArrows(listArrows()))
})

it('shows the amounts of the data', () => {
  const text = figureText(Figure)
  expect(text).toContain('about 20% of solutions wrong first, then repaired')
  expect(text).toContain('Kept dialogs about 1M')
  expect(text).toContain('three methods, more than 2.7M examples')
  expect(text).toContain('Backtranslation, about 1.2M dialogs')
  expect(text).toContain('The 405B model gains nothing from its own unchecked output')
  expect(facts.code.self_corrected_share_percent_about).toBe(20)
})

it('follows the data when an amount changes', () => {
  const changed = {
    synthetic_examples_more_than: 9_500_000,
    execution_feedback_dialogs_about: 4_000_000,
    backtranslation_dialogs_about: 3_300_000,
  }
  expect(listBoxes(changed).kept.detail).toBe('about 4M')
  expect(listBoxes(changed).sftData.detail).toBe('three methods, more than 9.5M examples')
  expect(listSisters(changed)[1]?.title).toBe('Backtranslation, about 3.3M dialogs')
})

it('names the two sister methods and credits the section', () => {
  expect(
    mount(Figure)
      .findAll('.sisters .strong')
      .map((title) => title.text()),
  ).toEqual(listSisters(facts.code).map(({ title }) => title))
  expect(figureText(Figure)).toContain(
    'Own drawing after arXiv:2407.21783v3, section 4.3.1; without the parts of the feedback prompt',
  )
})

it('brings each arrow with the later of the boxes that it joins', () => {
  const boxes: Record<string, { click?: number }> = {
    ...listBoxes(facts.code),
    checks: { click: 2 },
    decision: { click: 3 },
    sisters: { click: 6 },
  }
  for (const { from, to, click } of listArrows()) {
    expect(click).toBe(Math.max(boxes[from]?.click ?? 0, boxes[to]?.click ?? 0))
  }
})

it('reads the seven steps in order, with the amounts of the data', () => {
  expect(readingOf(Figure)).toEqual([
    '1. Problem descriptions: seeded by random snippets, on many and rare topics.',
    '2. Solution: in a given language, by good practice, explained in comments.',
    '3. Execution feedback: two checks. Static analysis: parser and linter find wrong syntax and types, missing imports and initial values, bad style. Unit tests: written by the model, run in a container, find run-time errors and some semantic ones. Why check? The 405B model gains nothing from its own unchecked output, and can get worse.',
    '4. All checks passed?',
    '5. If not, Feedback and self-correction: the model repairs the code or the tests; it goes back to the checks, as about 20% of solutions wrong first, then repaired.',
    '6. If so, Kept dialogs: about 1M.',
    'They are part of Synthetic SFT data for code: three methods, more than 2.7M examples. The two sister methods: Programming language translation, checked by parsing, compiling, running; Backtranslation, about 1.2M dialogs, code to text to code; the model compares.',
    '7. Finetuned model: several rounds. In the next round, the better model writes the data.',
  ])
})
