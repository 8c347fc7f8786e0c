import { join } from 'node:path'

import { expect, it } from 'vitest'

import { findFigures } from '../../deck/figure-places.ts'
import { writeFolder } from '../harness/decks.ts'

it('finds the components that have the name of their folder', () => {
  const folder = writeFolder({
    'figures/size/size.vue': '',
    'figures/size/SizeBar.vue': '',
    'figures/parts/Card.vue': '',
    'figures/data/values.json': '',
    'figures/code/code.vue': '',
  })
  const { names, record, imageOf } = findFigures(folder)
  expect(names).toEqual(['code', 'size'])
  expect(record).toBe(join(folder, 'figures/rendered.json'))
  expect(imageOf('code')).toBe(join(folder, 'public/code.png'))
})

it('finds none in a deck without figures', () => {
  expect(findFigures(writeFolder({})).names).toEqual([])
})
