// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'

import { nameOf, settleAddress } from '../../../client/prerendered/address.ts'
import { readInputs } from '../../../client/prerendered/early-inputs.ts'

const root = document.documentElement

beforeEach(() => {
  root.dataset['lecternBase'] = '/talks/x/'
  root.dataset['lecternRouter'] = 'history'
})

describe('nameOf', () => {
  it.each([
    ['/talks/x/', ''],
    ['/talks/x/index.html', ''],
    ['/talks/x/12', '12'],
    ['/talks/x/12.html', '12'],
    ['/talks/x/12/', '12'],
    ['/talks/x/12/index.html', '12'],
    ['/talks/x/presenter/12', 'presenter/12'],
  ])('reads %s as %j', (pathname, name) => {
    expect(nameOf({ pathname, hash: '' })).toBe(name)
  })

  it('reads the part behind the hash where addresses are written so', () => {
    root.dataset['lecternRouter'] = 'hash'
    expect(nameOf({ pathname: '/talks/x/', hash: '#/12?clicks=1' })).toBe('12')
    expect(nameOf({ pathname: '/talks/x/3.html', hash: '' })).toBe('3')
  })
})

describe('settleAddress', () => {
  it('leaves a page alone that was not prerendered', () => {
    delete root.dataset['lecternNames']
    const before = location.href
    settleAddress()
    expect(location.href).toBe(before)
  })
})

describe('readInputs', () => {
  document.body.innerHTML =
    '<div id="lectern-prerendered"><nav><button>a</button><span data-lectern-button><button>b</button></span></nav></div>'
  const copy = document.querySelector('#lectern-prerendered')

  function read(...events: Event[]): unknown[] {
    return copy ? readInputs(events, copy) : []
  }

  function press(element: Element | null | undefined): Event {
    const event = new MouseEvent('click', { bubbles: true })
    element?.dispatchEvent(event)
    return event
  }

  it('keeps keys in their order, and leaves those to the browser that are its own', () => {
    expect(
      read(
        new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight' }),
        new KeyboardEvent('keydown', { key: 'r', code: 'KeyR', ctrlKey: true }),
        new KeyboardEvent('keydown', { key: 'o', code: 'KeyO' }),
      ),
    ).toEqual([
      { kind: 'key', key: 'ArrowRight', code: 'ArrowRight', shiftKey: false },
      { kind: 'key', key: 'o', code: 'KeyO', shiftKey: false },
    ])
  })

  it('keeps which button was pressed, counting those in others', () => {
    const [first, second] = copy?.querySelectorAll('button') ?? []
    expect(read(press(first), press(second), press(document.body))).toEqual([
      { kind: 'button', index: 0 },
      { kind: 'button', index: 2 },
    ])
  })
})
