import { describe, expect, it } from 'vitest'

import { isGeneric, listFamilies } from '../../../../page/checks/fonts/missing-characters.ts'

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
  ])('are generic if they are %s', (family) => {
    expect(isGeneric(family)).toBe(true)
  })

  it.each(['Inter', 'Georgia', 'Serif Gothic', 'Sans'])(
    'are not generic if they are %s',
    (family) => {
      expect(isGeneric(family)).toBe(false)
    },
  )
})
