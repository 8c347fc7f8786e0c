import { compile } from '@vue/compiler-dom'
import { describe, expect, it } from 'vitest'

import { createStyleAddresses } from '../../vite/style-addresses.ts'

/** Compiles a template for a site at a base path, and returns the addresses in its code. */
function addressesOf(template: string, base: string): string[] {
  const { plugin, transform } = createStyleAddresses()
  const { configResolved } = plugin
  if (typeof configResolved !== 'function') {
    throw new TypeError('The plugin does not read the resolved configuration.')
  }
  Reflect.apply(configResolved, undefined, [{ base }])
  const { code } = compile(template, { mode: 'module', nodeTransforms: [transform] })
  return Array.from(code.matchAll(/url\(\\?["']?([^"')\\]+)/g), ([, address = '']) => address)
}

describe('an address in an inline style', () => {
  it.each([
    ['of CSS', '<div style="background-image: url(/sea.png)">Sea</div>'],
    ['in quotes', `<div style="background-image: url('/sea.png')">Sea</div>`],
    ['of a binding', `<div :style="{ background: 'url(/sea.png)' }">Sea</div>`],
    ['of a component', '<Card style="background: url(/sea.png)" />'],
  ])('%s gets the base path of the site', (_, template) => {
    expect(addressesOf(template, '/talks/x/')).toEqual(['/talks/x/sea.png'])
    expect(addressesOf(template, '/')).toEqual(['/sea.png'])
  })

  it.each([
    'sea.png',
    './sea.png',
    '//other.example/sea.png',
    'https://other.example/sea.png',
    '#wave',
  ])('stays where it does not begin at the root of the site: %s', (address) => {
    const template = `<div style="background: url(${address})">Sea</div>`
    expect(addressesOf(template, '/talks/x/')).toEqual([address])
  })

  it('stays in text and in other attributes', () => {
    const template = '<p title="url(/sea.png)">url(/sea.png)</p>'
    expect(addressesOf(template, '/talks/x/')).toEqual(['/sea.png', '/sea.png'])
  })
})
