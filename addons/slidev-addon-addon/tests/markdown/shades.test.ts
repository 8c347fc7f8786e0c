import { expect, it } from 'vitest'

import { findShade, listShades } from '../../markdown/shades.ts'

it.each([
  ['gray500', '#6b7280', '#9ca3af'],
  ['gray-500', '#6b7280', '#9ca3af'],
  ['grey-500', '#6b7280', '#9ca3af'],
  ['gray50', '#f9fafb', '#f9fafb'],
  ['sky400', '#38bdf8', '#38bdf8'],
  ['sky-950', '#082f49', '#38bdf8'],
  ['slate', '#475569', '#94a3b8'],
  ['slate600', '#475569', '#94a3b8'],
])('takes %s as that shade, with a lighter one for dark slides', (value, light, dark) => {
  expect(findShade(value)).toEqual({ light, dark })
})

it('borrows a gray for dark slides where no shade of a family is light enough', () => {
  expect(findShade('dark500')).toEqual({ light: '#1f1f1f', dark: 'var(--addon-gray-dark)' })
})

it.each([
  '',
  'gray5000',
  'gray5',
  'gray-',
  'gray--500',
  'gray 500',
  'gray550',
  'GRAY500',
  'white500',
  'transparent',
  'constructor',
  '500',
])('has no shade %j', (value) => {
  expect(findShade(value)).toBeUndefined()
})

it('lists eleven shades of each family, gray under both spellings', () => {
  const shades = listShades()
  expect(shades.filter((shade) => /^red\d/.test(shade))).toEqual(
    [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950].map((number) => `red${number}`),
  )
  expect(shades).toEqual(expect.arrayContaining(['gray500', 'grey500', 'slate50', 'zinc950']))
  expect(new Set(shades).size).toBe(shades.length)
})
