import { describe, expect, it } from 'vitest'

import { describeMessage } from '../../checks/console.ts'
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
