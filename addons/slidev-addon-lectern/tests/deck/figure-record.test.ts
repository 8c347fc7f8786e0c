import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { hashImage, readFigureRecord } from '../../deck/figure-record.ts'
import { writeFolder } from '../harness/decks.ts'

const HASH = 'a'.repeat(64)

function read(text: string): unknown {
  return readFigureRecord(join(writeFolder({ 'rendered.json': text }), 'rendered.json'))
}

it('reads hash and steps of each figure', () => {
  const record = { ages: { sha256: HASH, steps: 3 }, eras: { sha256: HASH } }
  expect(read(JSON.stringify(record))).toEqual(record)
})

it('is empty where there is no file', () => {
  expect(readFigureRecord(join(writeFolder({}), 'rendered.json'))).toEqual({})
})

it.each([
  ['{', /rendered\.json: .*JSON.*Delete the entry or the file/],
  ['[]', /rendered\.json: expected an object with an entry for each figure\./],
  [`{ "ages": "${HASH}" }`, /rendered\.json: "ages" is "a+"\. Expected an object with "sha256"\./],
  ['{ "ages": { "sha256": "abc" } }', /"ages\.sha256" is "abc"\. Expected 64 hexadecimal digits\./],
  ['{ "ages": {} }', /"ages\.sha256" is undefined\./],
  [`{ "ages": { "sha256": "${HASH}", "steps": 0 } }`, /"ages\.steps" is 0\. Expected a number of/],
  [`{ "ages": { "sha256": "${HASH}", "steps": "2" } }`, /"ages\.steps" is "2"\./],
  [
    `{ "ages": { "sha256": "${HASH}", "step": 2 } }`,
    /"ages\.step" is 2\. Expected no keys but sha256 and steps\./,
  ],
])('refuses %s with file and key', (text, message) => {
  expect(() => read(text)).toThrow(message)
})

it('hashes an image by its bytes', () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(hashImage(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
