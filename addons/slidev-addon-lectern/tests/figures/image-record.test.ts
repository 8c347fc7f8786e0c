import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { findFigures } from '../../deck/figure-places.ts'
import { readFigureRecord } from '../../deck/figure-record.ts'
import { openImageRecord } from '../../figures/image-record.ts'
import { writeFolder } from '../harness/decks.ts'

const DRAWN = { png: Buffer.from('drawn'), steps: 0 }

it('tells a drawn image from one that the author put in its place', () => {
  const places = findFigures(writeFolder({ 'public/own.png': 'a photo' }))
  const record = openImageRecord(places)
  for (const name of ['drawn', 'replaced', 'removed']) {
    record.write(name, DRAWN)
  }
  writeFileSync(places.imageOf('replaced'), 'a photo')
  rmSync(places.imageOf('removed'))
  const origins = ['drawn', 'replaced', 'removed', 'own', 'none'].map(record.originOf)
  expect(origins).toEqual(['drawn', 'overwritten', 'missing', 'overwritten', 'missing'])
})

it('sorts the record by name and keeps its other entries', () => {
  const other = { sha256: '0'.repeat(64), steps: 1 }
  const folder = writeFolder({ 'figures/rendered.json': JSON.stringify({ other }) })
  const record = openImageRecord(findFigures(folder))
  record.write('b', DRAWN)
  record.write('a', DRAWN)
  const written = JSON.parse(readFileSync(join(folder, 'figures/rendered.json'), 'utf8'))
  expect(Object.keys(written)).toEqual(['a', 'b', 'other'])
  expect(written.other).toEqual(other)
})

it('records the steps of a figure that has some', () => {
  const places = findFigures(writeFolder({}))
  const record = openImageRecord(places)
  record.write('whole', DRAWN)
  record.write('stepped', { ...DRAWN, steps: 3 })
  expect(readFigureRecord(places.record)).toEqual({
    stepped: { sha256: expect.any(String), steps: 3 },
    whole: { sha256: expect.any(String) },
  })
  expect(['whole', 'stepped', 'none'].map(record.stepsOf)).toEqual([0, 3, 0])
})
