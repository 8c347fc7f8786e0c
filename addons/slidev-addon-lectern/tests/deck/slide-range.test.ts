import { describe, expect, it } from 'vitest'

import { chooseSlides } from '../../deck/slide-range.ts'

describe('the slides of a range, of 15', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
    ['3', [3]],
    ['12-15', [12, 13, 14, 15]],
    ['3,12-14', [3, 12, 13, 14]],
    [' 3 , 12 - 14 ', [3, 12, 13, 14]],
    ['9,2', [2, 9]],
    ['3,3,1-4', [1, 2, 3, 4]],
    ['15', [15]],
  ])('are for %j: %j', (range, slides) => {
    expect(chooseSlides(15, range)).toEqual(slides)
  })

  it.each(['', 'all', '1-', '-3', '1,,2', '3;4', '2.5', '1-2-3'])(
    'are refused for “%s”, which is no range',
    (range) => {
      expect(() => chooseSlides(15, range)).toThrow(
        `"${range}" names no slides. Write them as 3, 12-16 or 3,12-16.`,
      )
    },
  )

  it.each(['16', '3,99', '12-16', '14-12', '0', '0-2'])(
    'are refused for “%s”, of which the deck has some not',
    (range) => {
      expect(() => chooseSlides(15, range)).toThrow(
        `There is no slide "${range}": the deck has 15 slides.`,
      )
    },
  )
})

it('is refused for a deck without slides', () => {
  expect(() => chooseSlides(0)).toThrow('The deck has no slides.')
})
