import { describe, expect, it } from 'vitest'

import { describeFit, findFit } from '../../../page/print/fit.ts'
import type { Fit } from '../../../page/print/fit.ts'

/** Counts as one thing lost what does not fit. */
const lostUnless =
  (isFitting: (fit: Fit) => boolean) =>
  (fit: Fit): number =>
    isFitting(fit) ? 0 : 1

describe('the size at which a slide that is too full is printed', () => {
  it('is the largest in whole percents at which nothing is cut off', () => {
    const fit = findFit(
      lostUnless(({ share }) => share <= 0.734),
      false,
    )
    expect(fit).toEqual({ share: 0.73, imageShare: 1 })
  })

  it('is the full one where nothing is gained: a box of a fixed size cuts off the same at any size', () => {
    expect(findFit(() => 2, true)).toEqual({ share: 1, imageShare: 1 })
  })

  it('is the full one where the slide would have to be smaller than 40 %', () => {
    const fit = findFit(
      lostUnless(({ share }) => share <= 0.3),
      false,
    )
    expect(fit).toEqual({ share: 1, imageShare: 1 })
  })

  it('saves what can be saved where one of two things stays cut off', () => {
    const fit = findFit(({ share }) => (share <= 0.6 ? 1 : 2), false)
    expect(fit).toEqual({ share: 0.6, imageShare: 1 })
  })

  it('leaves the text alone where smaller images are enough', () => {
    const fit = findFit(
      lostUnless(({ share, imageShare }) => share * imageShare <= 0.7),
      true,
    )
    expect(fit).toEqual({ share: 1, imageShare: 0.7 })
  })

  it('leaves the images alone where text is too long by a little', () => {
    const fit = findFit(
      lostUnless(({ share }) => share <= 0.8),
      true,
    )
    expect(fit).toEqual({ share: 0.8, imageShare: 1 })
  })

  it('makes both smaller where a large image leaves the text too little room', () => {
    const fit = findFit(
      lostUnless(({ share, imageShare }) => share * imageShare <= 0.37),
      true,
    )
    expect(fit).toEqual({ share: 0.82, imageShare: 0.45 })
  })
})

it('tells at how many percents a slide is printed, and why', () => {
  const cause = { seen: '"last" reaches up to 120 px beyond the slide\'s bottom edge' }
  const messages = (fit: Fit): string[] => describeFit(fit, cause).map(({ message }) => message)
  expect(messages({ share: 0.82, imageShare: 1 })).toEqual([
    'printed at 82 %, because "last" reaches up to 120 px beyond the slide\'s bottom edge',
  ])
  expect(messages({ share: 1, imageShare: 0.5 })).toEqual([
    'its images are printed smaller, because "last" reaches up to 120 px beyond the slide\'s bottom edge',
  ])
  expect(messages({ share: 1, imageShare: 1 })).toEqual([])
})
