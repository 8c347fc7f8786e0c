import { expect, it } from 'vitest'

import { completeQuery } from '../../../client/embed/embed-query.ts'

it.each([
  ['?embed', '', '?embed&embedded=true'],
  ['?clicks=2&embed=1', '', '?clicks=2&embed=1&embedded=true'],
  ['', '#/12?embed', '?embedded=true'],
  ['?embed', '#/12?clicks=1', '?embed&embedded=true'],
  ['?embed&embedded=true', '', '?embed&embedded=true'],
  ['?embedded', '', '?embedded'],
  ['?embedding', '', '?embedding'],
  ['?clicks=1', '#embed', '?clicks=1'],
])('of %s%s is %s', (search, hash, expected) => {
  expect(completeQuery({ search, hash })).toBe(expected)
})
