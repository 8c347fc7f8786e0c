import { describe, expect, it } from 'vitest'

import { consoleFault } from '../../checks/console.ts'
import type { ConsoleMessage } from '../../checks/console.ts'

function faultOf(kind: ConsoleMessage['kind'], text: string): ReturnType<typeof consoleFault> {
  return consoleFault({ kind, text, shownSlide: 3 })
}

describe('the fault of a console message', () => {
  it('quotes its first line, which is looked for in the source', () => {
    expect(faultOf('warning', '[Vue warn]: no such prop\n  at <Chart>\n  at <App>')).toEqual({
      place: { reference: '[Vue warn]: no such prop' },
      seen: 'warning in the browser\'s console: "[Vue warn]: no such prop"',
      expected: 'a console without errors and warnings',
      fix: 'Open the slide with the developer tools (F12) and follow the message.',
    })
  })

  it('looks for the file of a failed request, not for the whole message', () => {
    expect(faultOf('failed request', '/data.json answers 404')).toMatchObject({
      place: { reference: '/data.json' },
      seen: 'failed request in the browser\'s console: "/data.json answers 404"',
    })
  })

  it.each<ConsoleMessage['kind']>(['error', 'uncaught error'])('says that it is an %s', (kind) => {
    expect(faultOf(kind, 'oh no').seen).toBe(`${kind} in the browser's console: "oh no"`)
  })

  it('has room for the beginning of a long message', () => {
    const { place, seen } = faultOf('error', 'x'.repeat(200))
    expect(place).toEqual({ reference: 'x'.repeat(60) })
    expect(seen).toBe(`error in the browser's console: "${'x'.repeat(58)} …"`)
  })
})
