import { describe, expect, it } from 'vitest'

import { readSlideRange } from '../../../tools/slide-range.ts'

describe('the slides an option names', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    ['3', [3]],
    ['2-4', [2, 3, 4]],
    ['5,1-2', [1, 2, 5]],
    [' 1 , 1-2', [1, 2]],
  ])('are for %j %j', (text, slides) => {
    expect(readSlideRange(text, 5)).toEqual(slides)
  })

  it.each(['', '0', '6', '3-70', '4-2', 'three', '1,,2', '-3', '1.5'])(
    'are none for %j, and the message says which there are',
    (text) => {
      expect(() => readSlideRange(text, 5)).toThrow(/which has the slides 1 to 5.* such as 3-7/)
    },
  )
})
