import { describe, expect, it } from 'vitest'

import { shortenPath, shortenPaths } from '../../../commands/call/message-paths.ts'

describe('a path in a message', () => {
  it.each([
    ['/home/ada/talk', '/home/ada/talk/dist', 'dist'],
    ['/home/ada/talk/a', '/home/ada/talk/dist', '../dist'],
    ['/home/ada/talk', '/home/ada/talk', '.'],
    ['/home/ada/talk', '/tmp/x', '/tmp/x'],
  ])('from %s to %s is %s', (folder, path, name) => {
    expect(shortenPath(folder, path)).toBe(name)
  })

  it.each([
    [
      '/home/ada',
      '/home/ada/dist is a file, as is "/home/ada/x y".',
      'dist is a file, as is "x y".',
    ],
    ['/home/ada', '/mnt/home/ada/dist is a file.', '/mnt/home/ada/dist is a file.'],
    ['/home/ada', '/home/adam/dist is a file.', '/home/adam/dist is a file.'],
    ['/', '/dist is a file.', '/dist is a file.'],
  ])('is shortened below %s, in "%s"', (folder, message, short) => {
    expect(shortenPaths(message, folder)).toBe(short)
  })
})
