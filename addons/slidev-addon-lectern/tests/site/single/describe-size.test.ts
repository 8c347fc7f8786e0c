import { expect, it } from 'vitest'

import { describeSize } from '../../../site/single/describe-size.ts'

it('says nothing of a file that is easy to send', () => {
  expect(describeSize('talk.html', 5_000_000, { scripts: 5_000_000 })).toBeUndefined()
})

it('names the largest parts of a larger one', () => {
  const parts = { scripts: 700_000, 'film.mp4': 6_200_000, 'a.png': 90_000, b: 1, c: 2 }
  expect(describeSize('talk.html', 7_049_000, parts)).toBe(
    'talk.html has 7.0 MB, more than the 5.0 MB that are easy to send. ' +
      'Its largest parts are film.mp4 (6.2 MB), scripts (0.7 MB), a.png (0.1 MB), c (0.0 MB).',
  )
})
