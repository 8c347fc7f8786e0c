import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { findSettings, fontEnvironment } from '../../browser/font-config.ts'
import { writeFolder } from '../harness/decks.ts'

const LINUX = { platform: 'linux', exists: () => true } as const

describe('the settings of fontconfig that a browser gets', () => {
  it('add a font and unrounded letters to those of the machine', () => {
    const own = join(writeFolder({ 'a & b/fonts.conf': '<fontconfig/>' }), 'a & b/fonts.conf')
    const search = { env: { FONTCONFIG_FILE: own }, platform: 'linux', exists: existsSync } as const
    const path = fontEnvironment(search).FONTCONFIG_FILE ?? ''
    const settings = readFileSync(path, 'utf8')
    expect(settings).toContain(
      `<include ignore_missing="yes">${own.replace('&', '&amp;')}</include>`,
    )
    expect(settings).toContain(`<dir>${dirname(path)}</dir>`)
    expect(settings).toContain('<const>hintnone</const>')
    expect(readFileSync(join(dirname(path), 'last-font.ttf')).readUInt32BE(0)).toBe(0x00010000)
  })

  it('are written once for all browsers', () => {
    const own = join(writeFolder({ 'fonts.conf': '<fontconfig/>' }), 'fonts.conf')
    const search = { env: { FONTCONFIG_FILE: own }, platform: 'linux', exists: existsSync } as const
    expect(fontEnvironment(search)).toEqual(fontEnvironment(search))
  })

  it.each([
    ['where nothing else is said', {}, '/etc/fonts/fonts.conf'],
    ['in the folder that is named', { FONTCONFIG_PATH: '/own' }, '/own/fonts.conf'],
    ['in the file that is named', { FONTCONFIG_FILE: '/own/a.conf' }, '/own/a.conf'],
    [
      'in the file of the folder',
      { FONTCONFIG_PATH: '/own', FONTCONFIG_FILE: 'a.conf' },
      '/own/a.conf',
    ],
  ])('are looked for %s', (_, env, path) => {
    expect(findSettings({ ...LINUX, env })).toBe(path)
  })

  it('stay as they are on systems without fontconfig, and where there are none', () => {
    expect(fontEnvironment({ ...LINUX, env: {}, platform: 'darwin' })).toEqual({})
    expect(fontEnvironment({ ...LINUX, env: {}, exists: () => false })).toEqual({})
  })
})
