import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createGenerator } from 'unocss'
import unocss from 'unocss/vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { generateOnce, readTokens } from '../../../vite/dev-server/style-tokens.ts'

it('finds UnoCSS where the installed version has it', () => {
  const api = unocss({ configFile: false }).find(({ name }) => name === 'unocss:api')
  expect(api?.api).toHaveProperty('getContext')
})

describe('readTokens', () => {
  let folder: string
  let path: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokens-'))
    path = join(folder, 'tokens.json')
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('gives back what was written', () => {
    writeFileSync(path, '["flex", "mt-4"]')
    expect(readTokens(path)).toEqual(['flex', 'mt-4'])
  })

  it.each(['["flex", "mt', '{"flex": 1}', 'null'])(
    'starts anew after a file with %s',
    (content) => {
      writeFileSync(path, content)
      expect(readTokens(path)).toEqual([])
    },
  )

  it('starts anew where there is no file, and where there are too many tokens', () => {
    expect(readTokens(path)).toEqual([])
    writeFileSync(path, JSON.stringify(Array.from({ length: 50_001 }, () => 'flex')))
    expect(readTokens(path)).toEqual([])
  })
})

describe('generateOnce', () => {
  it('generates again only for more tokens, other tokens or another configuration', async () => {
    const uno = await createGenerator({ rules: [['red', { color: 'red' }]] })
    const generate = vi.spyOn(uno, 'generate')
    const tokens = new Set(['red'])
    generateOnce({ uno, tokens })

    const first = await uno.generate(tokens)
    expect(await uno.generate(tokens)).toBe(first)
    expect(generate).toHaveBeenCalledTimes(1)

    tokens.add('blue')
    await uno.generate(tokens)
    expect(generate).toHaveBeenCalledTimes(2)

    await uno.setConfig({ rules: [['red', { color: 'crimson' }]] })
    expect((await uno.generate(tokens)).css).toContain('crimson')

    expect((await uno.generate('red', { preflights: false })).css).toContain('crimson')
    expect(generate).toHaveBeenCalledTimes(4)
  })
})
