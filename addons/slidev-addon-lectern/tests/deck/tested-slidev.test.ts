import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { nameSlidev, nameSlidevOf, TESTED_SLIDEV } from '../../deck/tested-slidev.ts'
import { CLIENT, readCommand } from '../harness/installed-slidev.ts'

const ROOT = join(import.meta.dirname, '../../../..')

function readVersion(path: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'))
  return version
}

it('has the installed version among the tested ones, and each that the addon allows', () => {
  expect(TESTED_SLIDEV).toContain(readVersion(join(CLIENT, 'package.json')))
  const addon: { engines: { slidev: string } } = JSON.parse(
    readFileSync(join(ROOT, 'addons/slidev-addon-addon/package.json'), 'utf8'),
  )
  expect(TESTED_SLIDEV.map((version) => `^${version}`).join(' || ')).toBe(addon.engines.slidev)
})

it('reads the version from a page as Slidev marks it', () => {
  expect(readCommand()).toMatch(/property: "slidev:version",\s+content: /)
  expect(nameSlidevOf('<meta property="slidev:version" content="99.0.0">')).toBe(
    nameSlidev('99.0.0'),
  )
  expect(nameSlidevOf('<html>')).toBe(nameSlidev(undefined))
})

it('is the only place that names a version in a message', () => {
  const files = readdirSync(PACKAGE_ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/^(?:tests|node_modules)\b/.test(path))
    .filter((path) => /\.(?:ts|vue)$/.test(path) && !path.endsWith('tested-slidev.ts'))
    .map((path) => join(PACKAGE_ROOT, path))
  expect(files.filter((path) => /Slidev \d/.test(readFileSync(path, 'utf8')))).toEqual([])
})

it('is what the published package is tried with', () => {
  const specs = readdirSync(join(PACKAGE_ROOT, 'tests/package'))
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(PACKAGE_ROOT, 'tests/package', name), 'utf8'))
  for (const version of TESTED_SLIDEV) {
    expect(specs.filter((spec) => spec.includes(`'${version}'`))).toHaveLength(1)
  }
})
