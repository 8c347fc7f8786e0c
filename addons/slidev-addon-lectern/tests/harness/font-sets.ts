import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { convert } from 'fontverter'

const resolve = createRequire(import.meta.url).resolve

/** Fonts that a machine may have. */
export type FontSet = 'no font' | 'DejaVu' | 'DejaVu, Noto symbols and Noto CJK'

/** All font sets, the smallest first. */
export const FONT_SETS: readonly FontSet[] = [
  'no font',
  'DejaVu',
  'DejaVu, Noto symbols and Noto CJK',
]

/** Characters that only the largest font set and no font of the deck has. */
const CHARACTERS = ['→', '✓', '中', '文']

/**
 * Writes settings of fontconfig that limit a machine to these fonts.
 *
 * @param folder - An empty folder of its own.
 * @returns Path of the settings, for the variable FONTCONFIG_FILE.
 */
export async function writeFontSet(set: FontSet, folder: string): Promise<string> {
  const fonts = join(folder, 'fonts')
  mkdirSync(fonts, { recursive: true })
  if (set !== 'no font') {
    const dejaVu = join(dirname(resolve('dejavu-fonts-ttf/package.json')), 'ttf')
    cpSync(dejaVu, join(fonts, 'dejavu'), { recursive: true })
  }
  if (set.includes('Noto')) {
    await installNoto(fonts)
  }
  const settings = join(folder, 'fonts.conf')
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`,
  )
  return settings
}

/** Converts the web fonts of two packages into system fonts. */
async function installNoto(folder: string): Promise<void> {
  for (const file of [...listSymbols(), ...listChinese()]) {
    const name = file.replace(/^.*\/|\.woff2$/g, '')
    writeFileSync(join(folder, `${name}.ttf`), await convert(readFileSync(file), 'sfnt'))
  }
}

function listSymbols(): string[] {
  const files = dirname(resolve('@fontsource/noto-sans-symbols-2/package.json')) + '/files'
  return readdirSync(files)
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => join(files, name))
}

/** Returns the slices of the Chinese font that hold the tested characters; the whole font has a hundred slices. */
function listChinese(): string[] {
  const style = resolve('@fontsource-variable/noto-sans-tc/index.css')
  const faces = readFileSync(style, 'utf8').matchAll(
    /url\(\.\/(files\/[^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g,
  )
  return Array.from(faces)
    .filter(([, , ranges = '']) => CHARACTERS.some((each) => isInRanges(each, ranges)))
    .map(([, file = '']) => join(dirname(style), file))
}

function isInRanges(character: string, ranges: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-')
    return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16)
  })
}
