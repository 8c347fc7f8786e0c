import { describe, expect, it } from 'vitest'

import { readStyleSource } from '../../../site/prerender/style-source.ts'

describe('readStyleSource', () => {
  it('tries a part of an attribute as it is', () => {
    const { trials } = readStyleSource('[class*=a]{top:0}pre[class*="b"]::before{top:0}')
    expect(trials).toEqual(['[class*=a]', 'pre[class*="b"]'])
  })

  it('tries a selector by the element it is of', () => {
    const { trials } = readStyleSource('.a>.b::after{top:0}::before{top:0}li::marker{top:0}')
    expect(trials).toEqual(['.a>.b', '*', 'li'])
  })
})
