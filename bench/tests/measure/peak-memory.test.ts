import { expect, it } from 'vitest'

import { parsePeak } from '../../measure/peak-memory.ts'

it('reads the peak of a process in bytes', () => {
  expect(parsePeak('Name:\tnode\nVmPeak:\t  999 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1 kB\n')).toBe(
    2048 * 1024,
  )
})

it('returns nothing for a process without memory of its own', () => {
  expect(parsePeak('Name:\tkthreadd\nState:\tS (sleeping)\n')).toBeUndefined()
})
