import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, expectTypeOf, it } from 'vitest'

import type * as declared from '../index.d.ts'
import * as source from '../markdown/index.ts'
import { checkSettings } from '../markdown/settings.ts'

const DECLARATION = readFileSync(join(import.meta.dirname, '../index.d.ts'), 'utf8')

// `npm run typecheck` compares these; a test sees only the declaration's text.
const SOURCE: typeof declared = source
expectTypeOf<declared.Settings>().toEqualTypeOf<source.Settings>()
expectTypeOf<declared.ColorPair>().toEqualTypeOf<source.ColorPair>()
expectTypeOf<keyof declared.AddonOptions>().toEqualTypeOf<keyof source.AddonOptions>()

it('declares what the package exports', () => {
  const names = DECLARATION.matchAll(/^export declare \w+ (\w+)/gm)
  expect(Array.from(names, ([, name = '']) => name).toSorted()).toEqual(
    Object.keys(SOURCE).toSorted(),
  )
})

it('declares the settings that the source reads', () => {
  const [, settings = ''] = /^export interface Settings \{\n(.+?)^\}/ms.exec(DECLARATION) ?? []
  const declared = Array.from(settings.matchAll(/^ {2}(\w+)\?:/gm), ([, key]) => key)
  // The old name of `colors` is read but not offered.
  const keys = declared.filter((key) => key !== 'colours')
  expect(keys).toHaveLength(declared.length - 1)
  expect(() => checkSettings({ 'not a setting': 1 })).toThrow(
    expect.objectContaining({ expected: `The keys here are ${keys.join(' and ')}.` }),
  )
})
