import { expect, it } from 'vitest'

import { explainWarnings, listBuildWarnings } from '../../deck/build-warnings.ts'
import { writeDeck } from '../harness/decks.ts'

const DECK =
  '# One\n\n---\nlayout: nope\nimage: /none.png\n---\n\n<style>\n.a { background: url(./gone.png) }\n</style>\n'

const OUTPUT = `[slidev] Color schema "dark" does not supported by the theme
[slidev-addon-lectern] slides.md:4: there is no layout "nope", and the slide gets "default". Expected one of default. Correct the name.
./gone.png referenced in ./gone.png didn't resolve at build time, it will remain unchanged to be resolved at runtime
✓ built in 6.41s
`

it('lists warnings of Slidev, and what is missing in the author’s lines', async () => {
  expect(listBuildWarnings(await writeDeck(DECK), OUTPUT)).toEqual([
    '[slidev] Color schema "dark" does not supported by the theme',
    'slides.md:5: the image "/none.png" does not exist. Expected the image as public/none.png. Correct the path, or put the file there.',
    'slides.md:9: the image "./gone.png" does not exist. Expected the image beside slides.md. Correct the path, or put the file there.',
    'slides.md:4: there is no layout "nope", and the slide gets "default". Expected one of default. Correct the name.',
  ])
})

it('explains them with their slide, for the doctor', async () => {
  expect(explainWarnings(await writeDeck(DECK), OUTPUT)).toMatchObject([
    { slide: 2, file: 'slides.md', line: 4, fix: 'Correct the name.' },
    { slide: 2, file: 'slides.md', line: 9 },
  ])
})
