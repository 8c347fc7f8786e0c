import { expect, it, vi } from 'vitest'

import { nameFile } from '../../deck/find-deck.ts'

vi.mock('node:path', async (load) => (await load<typeof import('node:path')>()).win32)

it.each([
  [String.raw`C:\talk\part\one.md`, String.raw`C:\talk`, 'part/one.md'],
  ['C:/talk/part/one.md', String.raw`C:\talk`, 'part/one.md'],
  [String.raw`C:\talk\slides.md`, String.raw`C:\talk\part`, '../slides.md'],
  [String.raw`D:\slides.md`, String.raw`C:\talk`, 'slides.md'],
])('names %s, seen from %s on Windows, %s', (path, workingFolder, name) => {
  expect(nameFile(path, workingFolder)).toBe(name)
})
