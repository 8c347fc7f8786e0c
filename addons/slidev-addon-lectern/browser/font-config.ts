import { existsSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

import { makeTemporaryFolder } from '../output/temporary-folder.ts'

/** Path of fontconfig's settings where none of its variables names another. */
const SYSTEM_SETTINGS = '/etc/fonts/fonts.conf'

/**
 * A font with a space and an empty box, for machines without any font, on which Chromium loads no web font. It has
 * no other character, so that it never replaces another font.
 *
 * Made with fontTools: 628 bytes of TrueType, as base64.
 */
const LAST_FONT = [
  'AAEAAAAKAIAAAwAgT1MvMkEXQNsAAAEoAAAAYGNtYXAADABzAAABkAAAADRnbHlmRy6xegAAAcwAAAAoaGVh',
  'ZC9pIwIAAACsAAAANmhoZWEFFgFhAAAA5AAAACRobXR4Au4AMgAAAYgAAAAIbG9jYQAUABQAAAHEAAAABm1h',
  'eHAABQAKAAABCAAAACBuYW1lU2aMtQAAAfQAAABgcG9zdAADAAAAAAJUAAAAIAABAAAAAQAAfxVUV18PPPUA',
  'AwPoAAAAAOcvb7MAAAAA5y9vswAyAAABwgK8AAAAAwACAAAAAAAAAAEAAAMg/zgAAAH0ADIAMgHCAAEAAAAA',
  'AAAAAAAAAAAAAAACAAEAAAACAAgAAgAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwF3AZAABQAEAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAACAAIAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAgAAAB9AAyAPoAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQAIAAAAAQABAABAAAAIP//AAAA',
  'IP///+EAAQAAAAAAAAAUABQAAAACADIAAAHCArwAAwAHAAAzESERJSERITIBkP6iASz+1AK8/UQyAlgAAAAE',
  'ADYAAQAAAAAAAQAHAAAAAQAAAAAAAgAHAAcAAwABBAkAAQAOAA4AAwABBAkAAgAOABxNaW5pbWFsUmVndWxh',
  'cgBNAGkAbgBpAG0AYQBsAFIAZQBnAHUAbABhAHIAAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
].join('')

/** Facts of the machine that finding fontconfig's settings depends on; replaced in tests. */
export interface FontSearch {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  exists: (path: string) => boolean
}

const MACHINE: FontSearch = { env: process.env, platform: process.platform, exists: existsSync }

/** Paths of the settings written so far, by those they add to, because every browser of a process can use the same. */
const written = new Map<string, string>()

/**
 * Returns variables with which Chromium lays out text the same on every Linux machine: fontconfig's settings of the
 * machine, a last font after all of its fonts, and widths of letters that are not rounded to whole px.
 *
 * @returns No variables on other systems, and where fontconfig's settings are not found.
 */
export function fontEnvironment(search: FontSearch = MACHINE): NodeJS.ProcessEnv {
  const own = findSettings(search)
  if (own === undefined) {
    return {}
  }
  const settings = written.get(own) ?? writeSettings(own)
  written.set(own, settings)
  return { FONTCONFIG_FILE: settings }
}

/** Returns the path of fontconfig's settings on the machine. */
export function findSettings({ env, platform, exists }: FontSearch): string | undefined {
  if (platform !== 'linux') {
    return undefined
  }
  const folder = env.FONTCONFIG_PATH ?? '/etc/fonts'
  const named = env.FONTCONFIG_FILE ?? (env.FONTCONFIG_PATH ? 'fonts.conf' : SYSTEM_SETTINGS)
  const path = isAbsolute(named) ? named : join(folder, named)
  return exists(path) ? path : undefined
}

function writeSettings(own: string): string {
  const folder = makeTemporaryFolder()
  const path = join(folder.path, 'fonts.conf')
  writeFileSync(join(folder.path, 'last-font.ttf'), Buffer.from(LAST_FONT, 'base64'))
  writeFileSync(path, describeSettings(own, folder.path))
  return path
}

/**
 * Returns settings of fontconfig that add to others.
 *
 * @param own - Path of the machine's settings.
 * @param folder - Folder of the last font.
 */
export function describeSettings(own: string, folder: string): string {
  // Chromium positions letters at fractions of a px only if they are not hinted.
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${escapeXml(own)}</include>
  <dir>${escapeXml(folder)}</dir>
  <match target="pattern">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
