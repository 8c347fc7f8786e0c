import { expect, it } from 'vitest'

import type * as declared from '../../../addons/slidev-addon-addon/index.d.ts'
import * as source from '../../../addons/slidev-addon-addon/markdown/index.ts'

// The type check of the project compares the two here, in both directions.
const DECLARED: typeof declared = source
const OPTIONS: declared.AddonOptions = { settings: { colours: { a: '#0a7' }, strict: true } }
const SETTINGS: Required<source.Settings> = {
  colours: {},
  strict: false,
} satisfies Required<declared.Settings>

it('declares what the package exports', () => {
  expect(Object.keys(DECLARED).toSorted()).toEqual([
    'PALETTE',
    'SettingError',
    'addonMarkdown',
    'colouredSpans',
    'imageAttributes',
  ])
})

it('declares the options that the source takes', () => {
  const options: source.AddonOptions = OPTIONS
  expect(Object.keys(options.settings ?? {})).toEqual(Object.keys(SETTINGS))
})
