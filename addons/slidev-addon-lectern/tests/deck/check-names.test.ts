import { describe, expect, it } from 'vitest'

import { nearestCheckName, toCheckName } from '../../deck/check-names.ts'

describe('the name of a check', () => {
  it.each([
    ['overflow', 'overflow'],
    ['alt', 'images'],
    ['contrast', 'accessibility'],
    ['axe', 'accessibility'],
    ['colours', 'colors'],
    ['overfow', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('"%s" is understood as %s', (typed, check) => {
    expect(toCheckName(typed)).toBe(check)
  })

  it.each([
    ['overfow', 'overflow'],
    ['overlaps', 'overlap'],
    ['image', 'images'],
    ['color', 'colors'],
    ['speling', 'spelling'],
    ['note', 'notes'],
  ])('nearest to "%s" is %s', (typed, check) => {
    expect(nearestCheckName(typed)).toBe(check)
  })
})
