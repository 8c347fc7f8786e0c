import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { loadPlaywright, resolvePlaywright } from '../../browser/find-playwright.ts'
import { writeFolder } from '../harness/decks.ts'

describe('the Playwright of a project', () => {
  it.each(['playwright-chromium', 'playwright', 'playwright-core'])('is its own %s', (name) => {
    const folder = writeFolder({
      [`node_modules/${name}/package.json`]: '{ "main": "index.js" }',
      [`node_modules/${name}/index.js`]: 'module.exports = { chromium: "its own" }',
    })
    expect(loadPlaywright(folder)).toEqual({
      chromium: 'its own',
      command: join(folder, 'node_modules', name, 'cli.js'),
    })
  })

  it('is found without being loaded', () => {
    const folder = writeFolder({
      'node_modules/playwright/package.json': '{ "main": "index.js" }',
      'node_modules/playwright/index.js': 'throw new Error("loaded")',
    })
    expect(resolvePlaywright(folder)).toBe(join(folder, 'node_modules/playwright/index.js'))
  })

  it('is the one beside the addon where it has none', () => {
    expect(loadPlaywright(writeFolder({})).chromium.name()).toBe('chromium')
  })
})
