import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { writeFolder } from '../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { openImageRecord } from './image-record.ts'

const RENDERED = Buffer.from('rendered')

it('tells a rendered image from one that the author put in its place', () => {
  const folder = writeFolder({ 'own.png': 'a photo', 'record.json': '{}' })
  const record = openImageRecord(join(folder, 'record.json'), folder)
  record.write('drawn', RENDERED, 0)
  record.write('replaced', RENDERED, 0)
  writeFileSync(join(folder, 'replaced.png'), 'a photo')
  record.write('removed', RENDERED, 0)
  rmSync(join(folder, 'removed.png'))
  const origins = ['drawn', 'replaced', 'removed', 'own', 'none'].map(record.originOf)
  expect(origins).toEqual(['rendered', 'overwritten', 'missing', 'overwritten', 'missing'])
})

it('sorts the record by name and keeps its other entries', () => {
  const folder = writeFolder({
    'record.json': JSON.stringify({ other: { sha256: '0'.repeat(64) } }),
  })
  const record = openImageRecord(join(folder, 'record.json'), folder)
  record.write('b', RENDERED, 0)
  record.write('a', RENDERED, 0)
  const names = Object.keys(JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')))
  expect(names).toEqual(['a', 'b', 'other'])
})

it('creates a record where there is none', () => {
  const folder = writeFolder({})
  const record = openImageRecord(join(folder, 'record.json'), folder)
  record.write('a', RENDERED, 0)
  expect(record.originOf('a')).toBe('rendered')
})
