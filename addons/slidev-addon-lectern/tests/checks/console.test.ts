import { describe, expect, it } from 'vitest'

import { causeOfMessage, describeMessage, isNoise } from '../../checks/console.ts'
import type { ConsoleMessage } from '../../checks/console.ts'

function describeText(
  kind: ConsoleMessage['kind'],
  text: string,
): ReturnType<typeof describeMessage> {
  return describeMessage({ kind, text, shownSlide: 3 })
}

describe('the observation of a console message', () => {
  it('quotes its first line and searches the source for it', () => {
    expect(describeText('warning', '[Vue warn]: no such prop\n  at <Chart>\n  at <App>')).toEqual({
      hint: { reference: '[Vue warn]: no such prop' },
      seen: 'warning in the browser\'s console: "[Vue warn]: no such prop"',
      expected: 'a console without errors and warnings',
      fix: "Open the slide with the browser's developer tools (F12) and follow the message.",
      severity: 'hint',
      kind: 'warning: [Vue warn]: no such prop',
    })
  })

  it('searches the source for the file of a failed request', () => {
    expect(describeText('failed request', '/data.json answers 404')).toMatchObject({
      hint: { reference: '/data.json' },
      seen: 'failed request in the browser\'s console: "/data.json answers 404"',
    })
  })

  it.each<ConsoleMessage['kind']>(['error', 'uncaught error'])('says that it is an %s', (kind) => {
    expect(describeText(kind, 'oh no').seen).toBe(`${kind} in the browser's console: "oh no"`)
  })

  it('searches the source for the first 60 characters of a long message', () => {
    const { hint, seen } = describeText('error', 'x'.repeat(200))
    expect(hint).toEqual({ reference: 'x'.repeat(60) })
    expect(seen).toBe(`error in the browser's console: "${'x'.repeat(58)} …"`)
  })
})

it.each<[ConsoleMessage['kind'], string]>([
  ['uncaught error', 'error'],
  ['failed request', 'error'],
  ['error', 'warning'],
  ['warning', 'hint'],
])('an %s of the console is of the severity %s', (kind, severity) => {
  expect(describeText(kind, 'oh no').severity).toBe(severity)
})

describe('a message without anything for the author', () => {
  it.each<[ConsoleMessage['kind'], string]>([
    ['warning', 'Time limit reached when tokenizing line: const arr = ref(e'],
    ['error', 'Failed to load Twitter widget after 10 retries.'],
    ['uncaught error', 'ResizeObserver loop completed with undelivered notifications.'],
    ['warning', 'Could not create web worker(s). Falling back to loading web worker code'],
    ['uncaught error', 'Failed to fetch'],
    ['warning', '[Deprecation] Listener added for a mutation event.'],
    ['warning', '[.WebGL-0x1] GL Driver Message (OpenGL, Performance): GPU stall'],
  ])('is left out: %s %s', (kind, text) => {
    expect(isNoise({ kind, text, shownSlide: 1 })).toBe(true)
  })

  it.each<[ConsoleMessage['kind'], string]>([
    ['error', 'Failed to fetch the data of the chart'],
    ['uncaught error', 'x is not a function'],
    ['warning', '[Vue warn]: Failed to resolve component: NoSuchThing'],
    ['failed request', '/resizeobserver loop.json answers 404'],
  ])('is not %s %s', (kind, text) => {
    expect(isNoise({ kind, text, shownSlide: 1 })).toBe(false)
  })
})

it('has one cause for messages that differ only in numbers or in their stack', () => {
  const causes = ['no chart 12\n  at <A>', 'no chart 7\n  at <B>'].map((text) =>
    causeOfMessage({ kind: 'error', text, shownSlide: 1 }),
  )
  expect(new Set(causes).size).toBe(1)
})
