import { expect, it } from 'vitest'

import { findSlides } from '../../../client/search/find-slides.ts'
import { readIndex } from '../../../client/search/slide-index.ts'
import { composeSearchIndex } from '../../../site/search/search-index.ts'

const RECORDS = [
  { slide: 1, title: 'One', text: 'ends </script><!--', alt: '', code: '', formulas: '' },
  { slide: 2, title: '二', text: '', alt: '', code: '', formulas: '' },
]

it('writes an index that a browser reads, the same each time', () => {
  const json = composeSearchIndex(RECORDS)
  expect(composeSearchIndex(RECORDS)).toBe(json)
  const [found] = findSlides(readIndex(json), 'ends')
  expect(found?.excerpt.map(({ text }) => text).join('')).toBe('ends </script><!--')
})

it('writes nothing that would end an element of a page', () => {
  expect(composeSearchIndex(RECORDS)).not.toContain('<')
})

it('writes an index for a talk without slides', () => {
  expect(findSlides(readIndex(composeSearchIndex([])), 'one')).toEqual([])
})
