import { delimiter, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { BROWSER_VARIABLE, findBrowser } from '../../browser/find-browser.ts'
import type { BrowserSearch } from '../../browser/find-browser.ts'

const OWN = join('/home/student/.cache/ms-playwright', 'chromium')

/** A machine with these files and variables, where Playwright would keep its Chromium at `OWN`. */
function machine(files: readonly string[], env: Record<string, string> = {}): BrowserSearch {
  return { env, exists: (path) => files.includes(path), playwrightPath: () => OWN }
}

describe('findBrowser', () => {
  it('takes the one that CHROMIUM_PATH names before any other', () => {
    const env = { [BROWSER_VARIABLE]: '/opt/chromium', PATH: '/usr/bin' }
    const files = ['/opt/chromium', OWN, join('/usr/bin', 'chromium')]
    expect(findBrowser(machine(files, env))).toBe('/opt/chromium')
  })

  it('says how to go on when CHROMIUM_PATH names a file that is not there', () => {
    const env = { CHROMIUM_PATH: '/opt/chromium' }
    expect(() => findBrowser(machine([OWN], env))).toThrow(
      'CHROMIUM_PATH is "/opt/chromium", and there is no such file. ' +
        'Set it to the path of a Chromium, Chrome or Edge, or unset it.',
    )
  })

  it('ignores an empty CHROMIUM_PATH', () => {
    expect(findBrowser(machine([OWN], { CHROMIUM_PATH: '' }))).toBe(OWN)
  })

  it("takes Playwright's own before the system's", () => {
    const files = [join('/usr/bin', 'chromium'), OWN]
    expect(findBrowser(machine(files, { PATH: '/usr/bin' }))).toBe(OWN)
  })

  it.each([
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ])('finds %s in a folder of PATH', (command) => {
    const path = join('/snap/bin', command)
    const env = { PATH: ['/usr/bin', '', '/snap/bin'].join(delimiter) }
    expect(findBrowser(machine([path], env))).toBe(path)
  })

  it('finds Chrome where macOS and Windows install it', () => {
    for (const path of [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    ]) {
      expect(findBrowser(machine([path]))).toBe(path)
    }
  })

  it('does not take a Chromium in the working folder for one of an empty PATH', () => {
    expect(findBrowser(machine(['chromium'], { PATH: '' }))).toBeUndefined()
  })

  it('finds none on a machine without', () => {
    expect(findBrowser(machine([], { PATH: '/usr/bin' }))).toBeUndefined()
  })

  it("finds the system's where Playwright has no Chromium for the platform", () => {
    const path = join('/usr/bin', 'chromium')
    const search: BrowserSearch = {
      ...machine([path], { PATH: '/usr/bin' }),
      // What Playwright does there.
      playwrightPath: () => {
        throw new Error('Browser is not supported on current platform')
      },
    }
    expect(findBrowser(search)).toBe(path)
  })
})
