import { join } from 'node:path'

import { expect, it } from 'vitest'

import { createDeckStyles } from '../../../site/prerender/deck-styles.ts'
import { writeFolder } from '../../harness/decks.ts'

const FOREIGN = 'https://fonts.example/css2?family=Roboto'

it('reads the style sheets of the site, and neither files of other hosts nor missing ones', async () => {
  const folder = writeFolder({
    'own.css':
      '@font-face{font-family:Far;src:url(https://fonts.example/far.woff2)}.a{top:0}.b{top:0}',
  })
  const asked: string[] = []
  const styles = createDeckStyles((address) => {
    asked.push(address)
    return address === '/own.css' ? join(folder, 'own.css') : undefined
  }, console.log)

  expect(styles.read(['/own.css', FOREIGN])).toEqual({ trials: ['.a', '.b'], families: [] })
  expect(asked).toEqual(['/own.css', 'https://fonts.example/far.woff2', FOREIGN])

  const nothing = { text: '', bodyStyle: '', stacks: [] }
  const use = { families: ['Far'], weight: 400, style: 'normal', features: [], texts: ['text'] }
  const captured = { ...nothing, slide: 1, html: '<p class="a">', uses: [use], matched: ['.a'] }
  expect(await styles.pick({ ...captured, styles: ['/own.css', FOREIGN] })).toEqual({
    css: '.a{top:0}',
    fontCss: '',
    fonts: [],
  })
})
