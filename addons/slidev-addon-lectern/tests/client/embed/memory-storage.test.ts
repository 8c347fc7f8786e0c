import { expect, it } from 'vitest'

import { createMemoryStorage } from '../../../client/embed/memory-storage.ts'

it('keeps texts by their names, as the browser’s own storage does', () => {
  const storage = createMemoryStorage()
  storage.setItem('a', '1')
  storage.setItem('b', '2')
  storage.setItem('a', '3')
  expect([storage.length, storage.key(0), storage.key(2)]).toEqual([2, 'a', null])
  expect([storage.getItem('a'), storage.getItem('c')]).toEqual(['3', null])
  storage.removeItem('a')
  expect(storage.getItem('a')).toBeNull()
  storage.clear()
  expect(storage.length).toBe(0)
})
