import { join } from 'node:path'

import { compile } from '@vue/compiler-dom'
import { describe, expect, it } from 'vitest'

import { SINGLE_FILE_BASE } from '../../../deck/build-variables.ts'
import { createElementAddresses } from '../../../vite/single-file/element-addresses.ts'
import { writeFolder } from '../../harness/decks.ts'

/** Compiles a template of a deck with a public file, and tells whether the base path is before its path. */
function isCompleted(template: string, base = SINGLE_FILE_BASE): boolean {
  const { plugin, transform } = createElementAddresses()
  const { configResolved } = plugin
  if (typeof configResolved !== 'function') {
    throw new TypeError('The plugin does not read the resolved configuration.')
  }
  const publicDir = join(writeFolder({ 'public/paper.pdf': '' }), 'public')
  Reflect.apply(configResolved, undefined, [{ base, publicDir }])
  const { code } = compile(template, { mode: 'module', nodeTransforms: [transform] })
  expect(code).toContain('/paper.pdf')
  return code.includes(`${base}paper.pdf`)
}

describe('the path of a public file', () => {
  it.each([
    '<a href="/paper.pdf">Paper</a>',
    '<iframe src="/paper.pdf#page=2" />',
    '<object data="/paper.pdf" />',
    '<PaperView file="/paper.pdf" />',
  ])('gets the base path in %s', (template) => {
    expect(isCompleted(template)).toBe(true)
  })

  it.each([
    '<img src="/paper.pdf">',
    '<p title="/paper.pdf">/paper.pdf</p>',
    '<Link to="/paper.pdf" />',
    '<a href="/no/paper.pdf">Paper</a>',
    '<a href="https://lab.example/paper.pdf">Paper</a>',
    '<a :href="\'/paper.pdf\'">Paper</a>',
  ])('stays in %s', (template) => {
    expect(isCompleted(template)).toBe(false)
  })

  it('stays where a site is built', () => {
    expect(isCompleted('<a href="/paper.pdf">Paper</a>', '/talks/')).toBe(false)
  })
})
