import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { findSlidev, resolveFromSlidev } from '../../deck/find-slidev.ts'
import { writeFolder } from '../harness/decks.ts'

/** Files of a package with one module. */
function packageFiles(folder: string, name: string): Record<string, string> {
  return {
    [`${folder}/package.json`]: JSON.stringify({ name, version: '1.2.3', exports: './index.js' }),
    [`${folder}/index.js`]: '',
  }
}

it('takes modules from beside the Slidev that a link leads to, as pnpm installs them', () => {
  const store = 'node_modules/.pnpm/cli@1.2.3/node_modules/@slidev'
  const folder = writeFolder({
    ...packageFiles(`${store}/cli`, '@slidev/cli'),
    ...packageFiles(`${store}/parser`, '@slidev/parser'),
    'node_modules/@slidev/.keep': '',
    // Of another Slidev, above.
    ...packageFiles('node_modules/.pnpm/node_modules/@slidev/parser', '@slidev/parser'),
  })
  symlinkSync(join(folder, store, 'cli'), join(folder, 'node_modules/@slidev/cli'), 'junction')
  const slidev = findSlidev(folder)
  expect(slidev.version).toBe('1.2.3')
  expect(resolveFromSlidev(slidev, '@slidev/parser')).toBe(join(folder, store, 'parser/index.js'))
})
