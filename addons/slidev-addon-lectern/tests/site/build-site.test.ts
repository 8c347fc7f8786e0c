import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readWarnings } from '../../deck/build-warnings.ts'
import { isBuiltSite, readSiteBase } from '../../output/built-site.ts'
import { checkReplaceable, replaceFolder } from '../../output/replace-folder.ts'
import { toBase, toSiteUrl } from '../../site/base-path.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function writeSite(name: string, base = '/'): string {
  const site = join(folder, name)
  mkdirSync(join(site, 'assets'), { recursive: true })
  writeFileSync(
    join(site, 'index.html'),
    `<link rel="icon" href="${base}favicon.svg"><script src="${base}assets/index-x.js"></script>`,
  )
  return site
}

describe('the path a site is served under', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['talks/x', '/talks/x/'],
    ['/talks/x', '/talks/x/'],
    ['/talks/x/', '/talks/x/'],
  ])('is, typed as %j, %j', (typed, base) => {
    expect(toBase(typed)).toBe(base)
  })

  it('is that of the full address', () => {
    const url = toSiteUrl('https://lab.example/talks/x')
    expect([url.href, url.pathname]).toEqual(['https://lab.example/talks/x/', '/talks/x/'])
  })

  it.each(['lab.example/x', 'ftp://lab.example/', ''])('cannot be read from %j', (typed) => {
    expect(() => toSiteUrl(typed)).toThrow(/is no address\. Name one such as https:/)
  })

  it('is known from the built page', () => {
    expect(readSiteBase(writeSite('dist', '/talks/x/'))).toBe('/talks/x/')
    expect(readSiteBase(writeSite('root'))).toBe('/')
    expect(readSiteBase(writeSite('spaced', '/ü x/'))).toBe('/%C3%BC%20x/')
  })

  it('is not read from the address of another host or of an image', () => {
    const site = writeSite('dist', '/assets/')
    const page = join(site, 'index.html')
    const icons = [
      'https://cdn.example/gh/deck/assets/icon.js',
      '//cdn.example/assets/icon.js',
      '/images/assets/icon.png',
    ].map((href) => `<link rel="icon" href="${href}">`)
    writeFileSync(page, icons.join('') + readFileSync(page, 'utf8'))
    expect(readSiteBase(site)).toBe('/assets/')
  })

  it('is not known where nothing is built, and the message says what to do', () => {
    expect(() => readSiteBase(folder)).toThrow(/There is no built deck in .*Build the deck first/)
  })
})

describe('a new site', () => {
  it('takes the place of an earlier one, and leaves nothing behind', () => {
    const earlier = writeSite('dist')
    writeFileSync(join(earlier, 'old.html'), '')
    checkReplaceable(earlier)
    replaceFolder(earlier, writeSite('dist.partial'))
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(readdirSync(earlier)).toEqual(['assets', 'index.html'])
    expect(isBuiltSite(earlier)).toBe(true)
  })

  it('stands where nothing was', () => {
    const place = join(folder, 'public/talks/dist')
    replaceFolder(place, writeSite('dist.partial'))
    expect(isBuiltSite(place)).toBe(true)
  })

  it('leaves the earlier one in its place when it cannot take it', () => {
    const earlier = writeSite('dist')
    expect(() => replaceFolder(earlier, join(folder, 'missing'))).toThrow('missing')
    expect(isBuiltSite(earlier)).toBe(true)
    expect(readdirSync(folder)).toEqual(['dist'])
  })

  it('does not take the place of a folder of something else', () => {
    writeFileSync(join(folder, 'thesis.tex'), 'years of work')
    expect(() => checkReplaceable(folder)).toThrow(/holds other files .* with --out/)
  })

  it('does not take the place of a file', () => {
    const file = join(folder, 'thesis.tex')
    writeFileSync(file, 'years of work')
    expect(() => checkReplaceable(file)).toThrow(`${file} is a file. Name a folder with --out.`)
  })

  it('does not begin where it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => checkReplaceable(join(folder, 'file/dist'))).toThrow(/cannot be written/)
  })
})

it('passes on each warning of a build whole, and nothing else', () => {
  const warning = '[slidev-addon-addon] slides.md:4: unknown color.\n  Did you mean gray500?'
  const output = `vite v8\n${warning}\n[PLUGIN_TIMINGS] slow\ndist/index.html 1 kB`
  expect(readWarnings(output)).toEqual([warning])
})
