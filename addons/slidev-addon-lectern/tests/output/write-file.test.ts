import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { checkWritable, writeFileAtomically } from '../../output/write-file.ts'

const disk = vi.hoisted(() => ({ isFull: false }))

// A disk that gets full: a part is written, then writing fails as it would there.
vi.mock(import('node:fs'), async (importOriginal) => {
  const fs = await importOriginal()
  const writeUntilFull: typeof fs.writeFileSync = (file, data, options) => {
    if (!disk.isFull) {
      fs.writeFileSync(file, data, options)
      return
    }
    fs.writeFileSync(file, 'par', options)
    throw new Error('ENOSPC: no space left on device, write')
  }
  return { ...fs, writeFileSync: writeUntilFull, default: { ...fs, writeFileSync: writeUntilFull } }
})

const root = mkdtempSync(join(tmpdir(), 'write-file-'))
let folder = ''

beforeEach(() => {
  disk.isFull = false
  folder = mkdtempSync(join(root, 'case-'))
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('writeFileAtomically', () => {
  it('replaces an earlier file and leaves nothing else behind', () => {
    const path = join(folder, 'figure.png')
    writeFileSync(path, 'earlier')
    writeFileAtomically(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['figure.png'])
  })

  it('writes bytes as they are', () => {
    const path = join(folder, 'figure.png')
    const bytes = Uint8Array.of(0x89, 0x50, 0x00, 0xff)
    writeFileAtomically(path, bytes)
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
  })

  it('makes the folders on the way', () => {
    const path = join(folder, 'public/figures/figure.png')
    writeFileAtomically(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('keeps the earlier file whole when the disk gets full, and leaves no part of the new one', () => {
    const path = join(folder, 'figure.png')
    writeFileSync(path, 'earlier')
    disk.isFull = true
    expect(() => writeFileAtomically(path, 'part and rest')).toThrow('ENOSPC')
    expect(readFileSync(path, 'utf8')).toBe('earlier')
    expect(readdirSync(folder)).toEqual(['figure.png'])
  })

  it('leaves no part of the new file when it cannot take its place', () => {
    const path = join(folder, 'figure.png')
    mkdirSync(path)
    expect(() => writeFileAtomically(path, 'new')).toThrow(path)
    expect(readdirSync(folder)).toEqual(['figure.png'])
  })
})

describe('checkWritable', () => {
  it('passes what can be written, and leaves no folder behind', () => {
    checkWritable(join(folder, 'out/talks/deck.pdf'))
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what stands in the way', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const path of ['file/deck.pdf', 'file/talks/deck.pdf']) {
      expect(() => checkWritable(join(folder, path))).toThrow(
        /deck\.pdf cannot be written: .*file is no folder\. Name another place/,
      )
    }
    expect(() => checkWritable(folder)).toThrow(/it is a folder/)
  })
})
