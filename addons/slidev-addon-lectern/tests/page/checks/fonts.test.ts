import { describe, expect, it } from 'vitest'

import { isGeneric, listFamilies } from '../../../page/checks/uncovered.ts'

describe('the families of a declaration', () => {
  it.each([
    ['Inter, sans-serif', ['Inter', 'sans-serif']],
    ['"Noto Sans TC", sans-serif', ['Noto Sans TC', 'sans-serif']],
    ["'JetBrains Mono'", ['JetBrains Mono']],
  ])('%s are listed without quotation marks', (declaration, families) => {
    expect(listFamilies(declaration)).toEqual(families)
  })

  it.each([
    'sans-serif',
    'serif',
    'monospace',
    'Sans-Serif',
    'ui-sans-serif',
    'system-ui',
    '-apple-system',
  ])('count as a kind of font where they are %s', (family) => {
    expect(isGeneric(family)).toBe(true)
  })

  it.each(['Inter', 'Georgia', 'Serif Gothic', 'Sans'])(
    'count as a font where they are %s',
    (family) => {
      expect(isGeneric(family)).toBe(false)
    },
  )
})
