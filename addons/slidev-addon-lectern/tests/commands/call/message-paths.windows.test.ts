import { describe, expect, it, vi } from 'vitest'

import { shortenPath, shortenPaths } from '../../../commands/call/message-paths.ts'

vi.mock('node:path', async (load) => (await load<typeof import('node:path')>()).win32)

describe('a path in a message on Windows', () => {
  it.each([
    [String.raw`C:\talk`, String.raw`C:\talk\out\x.pdf`, 'out/x.pdf'],
    [String.raw`C:\talk\a`, String.raw`C:\talk\out`, '../out'],
    [String.raw`C:\talk`, String.raw`D:\x`, 'D:/x'],
  ])('from %s to %s is %s', (folder, path, name) => {
    expect(shortenPath(folder, path)).toBe(name)
  })

  it('is shortened below the working folder', () => {
    const message = String.raw`C:\talk\dist is a file, and D:\C:\talk\x is none.`
    expect(shortenPaths(message, String.raw`C:\talk`)).toBe(
      String.raw`dist is a file, and D:\C:\talk\x is none.`,
    )
  })
})
