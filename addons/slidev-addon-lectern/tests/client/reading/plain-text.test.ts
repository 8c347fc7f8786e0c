// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { toPlainText } from '../../../client/reading/plain-text.ts'

it.each([
  ['Alpha<br>beta', 'Alpha beta'],
  ['Pic <img alt="a sea"> end', 'Pic a sea end'],
  [
    'Pic <figure><img alt="a sea"><details class="lectern-description">Description</details></figure>',
    'Pic a sea',
  ],
  ['<span role="img" aria-label="three stars">★★★</span> of five', 'three stars of five'],
])('says %s as %s', (html, expected) => {
  const heading = document.createElement('h2')
  heading.innerHTML = html
  expect(toPlainText(heading)).toBe(expected)
})
