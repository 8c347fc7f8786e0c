import { expect, it, vi } from 'vitest'

import { findBase } from '../../site/base-path.ts'
import { writeFolder } from '../harness/decks.ts'

const config = (base: string): Record<string, string> => ({
  'slides.md': '# One\n',
  'vite.config.ts': `import { join } from 'node:path'\nexport default () => ({ base: ${base} })\n`,
})

it.each([
  ['/', { 'slides.md': '# One\n' }],
  ['/', config('undefined')],
  ['/talks/x/', config("join('/talks', 'x')")],
  ['/talks/%C3%BC%20x/', config("'/talks/ü x/'")],
])('is %s', async (base, files) => {
  const log = vi.fn<(line: string) => void>()
  expect(await findBase(writeFolder(files), log)).toBe(base)
  expect(log).not.toHaveBeenCalled()
})

it.each(['./', '', 'https://cdn.example/x/'])(
  'is / where the file has %j, and says so',
  async (base) => {
    const log = vi.fn<(line: string) => void>()
    expect(await findBase(writeFolder(config(JSON.stringify(base))), log)).toBe('/')
    expect(log.mock.calls.flat()).toEqual([
      expect.stringContaining(`vite.config.ts has "base: '${base}'", which is no path`),
    ])
  },
)
