import { expect, it } from 'vitest'

import { createSlideOfScript } from '../../doctor/slide-of-script.ts'
import { writeFolder } from '../harness/decks.ts'

it.each([
  ['a slide’s script', 'http://127.0.0.1:4173/assets/md-B2xk_9Az.js', 12],
  ['a script of all slides', 'http://127.0.0.1:4173/assets/index.js', undefined],
  ['a script that is not there', 'http://127.0.0.1:4173/assets/none.js', undefined],
  ['no script', 'http://127.0.0.1:4173/12', undefined],
  ['no address', '', undefined],
])('returns the slide of %s', (_name, url, slide) => {
  const folder = writeFolder({
    'assets/md-B2xk_9Az.js': 'var a=d({__name:`slides.md__slidev_12`,setup(e){}})',
    'assets/index.js': 'var n=`slidev`',
    '12': 'no script',
  })
  expect(createSlideOfScript(folder)(url)).toBe(slide)
})
