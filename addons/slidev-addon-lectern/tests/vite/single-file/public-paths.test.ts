import { join } from 'node:path'

import { expect, it } from 'vitest'

import { completePublicPaths } from '../../../vite/single-file/public-paths.ts'
import { writeFolder } from '../../harness/decks.ts'

const folder = (): string => writeFolder({ 'sea.png': '', 'my pic.png': '', 'art/x.svg': '' })

it.each([
  ['{"background":"/sea.png"}', '{"background":"/base/sea.png"}'],
  ['{"images":["/art/x.svg","/none.png"]}', '{"images":["/base/art/x.svg","/none.png"]}'],
  ['{"image":"/my pic.png"}', '{"image":"/base/my%20pic.png"}'],
  ['{"image":"/my%20pic.png"}', '{"image":"/base/my%20pic.png"}'],
  ['{"image":"/sea.png?v=1"}', '{"image":"/base/sea.png?v=1"}'],
])('puts the base path before public files in %s', (code, expected) => {
  expect(completePublicPaths(code, folder(), '/base/')).toBe(expected)
})

it.each([
  '{"title":"See /sea.png"}',
  '{"to":"/art"}',
  '{"to":"/12"}',
  '{"image":"//host/sea.png"}',
  String.raw`{"title":"\"/sea.png\""}`,
])('leaves %s', (code) => {
  expect(completePublicPaths(code, folder(), '/base/')).toBe(code)
})

it('keeps the base path of an image beside the slide', () => {
  const code = '{"image": lecternImage0.slice(import.meta.env.BASE_URL.length - 1)}'
  expect(completePublicPaths(code, join('/nowhere'), '/base/')).toBe('{"image": lecternImage0}')
})
