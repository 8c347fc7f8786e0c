import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import facts from '../data/training-facts.json'
import { figureText } from '../test-readers/figure-text.ts'
import { readingOf } from '../test-readers/reading.ts'
import { nameSome } from './llama3-tool-use-data.ts'
import Figure from './llama3-tool-use-data.vue'

interface PlacedBox {
  left: number
  middle: number
  text: string
}

/** The words of an element, one entry a text node. */
function textParts(element: Element): string[] {
  return [...element.querySelectorAll('*')]
    .flatMap(({ childNodes }) => [...childNodes])
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter(Boolean)
}

function readBoxes(): PlacedBox[] {
  return mount(Figure)
    .findAll<HTMLElement>('.flow-box')
    .map((box) => {
      const { left, top, height } = box.element.style
      return {
        left: Number.parseFloat(left),
        middle: Number.parseFloat(top) + Number.parseFloat(height) / 2,
        text: textParts(box.element).join(' '),
      }
    })
}

/** Each kind of dialog with its messages from left to right, as the rows stand. */
function readDialogs(): [kind: string, ...messages: string[]][] {
  const boxes = readBoxes()
  return mount(Figure)
    .findAll<HTMLElement>('.kind')
    .map((kind) => [
      kind.get('.name').text(),
      ...boxes
        .filter(({ middle }) => middle === Number.parseFloat(kind.element.style.top))
        .filter(({ left }) => left < 342)
        .toSorted((a, b) => a.left - b.left)
        .map(({ text }) => text),
    ])
}

it('shows the messages of the four kinds of dialogs in their order', () => {
  expect(readDialogs()).toEqual([
    ['Single-step', 'prompt', 'call', 'output', 'answer'],
    ['Multi-step', 'prompt', 'reason call output', 'answer'],
    ['File upload', 'prompt', '.pdf .xlsx .csv .py …', 'answer'],
    ['No tool', 'prompt', 'answer'],
  ])
})

it('names the core tools of the data, in their order', () => {
  const tools = mount(Figure)
    .findAll('.tools .tool')
    .map((tool) => tool.text())
  expect(tools).toEqual(facts.tool_use.core_tools)
  expect(tools).toEqual(['Brave Search', 'Python interpreter', 'Wolfram Alpha'])
})

it('says how many single-step dialogs are dropped and how many file types there are', () => {
  expect(mount(Figure).get('.remark.refused').text()).toBe(
    `about ${facts.tool_use.filtered_share_percent_about}% dropped: cannot run or bad format`,
  )
  expect(facts.tool_use.filtered_share_percent_about).toBe(30)
  expect(facts.tool_use.file_types).toHaveLength(12)
  expect(figureText(Figure)).toContain('File upload 12 types')
})

it('leads from the synthetic dialogs over SFT to annotation by message', () => {
  const text = figureText(Figure).split('Core tools as Python objects').at(-1) ?? ''
  const steps = [
    'Synthetic dialogs',
    'SFT',
    'Tuned Llama 3',
    'two messages',
    'joins the context',
    'Annotators',
    'Harder cases',
  ]
  const places = steps.map((step) => text.indexOf(step))
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it('names some file types and marks that there are others', () => {
  expect(nameSome(['.pdf', '.csv', '.py'], ['.csv', '.pdf'])).toBe('.csv .pdf …')
  expect(nameSome(['.pdf', '.csv'], ['.pdf', '.csv'])).toBe('.pdf .csv')
})

it('refuses a file type that the data do not have', () => {
  expect(() => nameSome(['.pdf'], ['.exe'])).toThrow('.exe is not among the file types')
})

it('credits the section and says what was left out', () => {
  expect(figureText(Figure)).toContain(
    'Own drawing after arXiv:2407.21783v3, section 4.3.5; without zero-shot tool data',
  )
})

it('reads the tools, the four dialogs and the annotation, in this order', () => {
  expect(readingOf(Figure)).toEqual([
    'Core tools as Python objects: Brave Search, Python interpreter and Wolfram Alpha.',
    'Step 1, synthetic dialogs, of four kinds.',
    'Single-step, one call: prompt, call, output, answer; about 30% dropped: cannot run or bad format.',
    'Multi-step, 2+ calls: prompt, reason, call and output (repeat), answer.',
    'File upload, 12 types: prompt with .pdf .xlsx .csv .py …, answer; to summarize, debug, optimize, analyze, or plot.',
    'No tool, easy question: prompt, answer; tools on, none called.',
    'Step 2, annotation: SFT gives the Tuned Llama 3, which offers two messages.',
    'Annotators pick one, or edit one, and it joins the context.',
    'Harder cases: many turns, more than 3 steps, calls that do not help.',
  ])
})

it('brings one kind of dialog a click, then the model and the annotators', () => {
  const wrapper = mount(Figure)
  const rows = wrapper.findAll('.dialog-row').map((row) => row.attributes('data-step'))
  expect(rows).toEqual([undefined, '1', '2', '3'])
  const boxes = wrapper
    .findAll('.flow-box:has(.flow-title)')
    .map((box) => [box.get('.flow-title').text(), box.attributes('data-step')])
  expect(boxes).toEqual([
    ['Tuned Llama 3', '4'],
    ['Annotators', '5'],
  ])
})
