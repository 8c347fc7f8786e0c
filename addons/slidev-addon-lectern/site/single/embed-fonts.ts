import { basename } from 'node:path'

import type { AtRule, Root } from 'postcss'
import subsetFont from 'subset-font'

import { forbidsSubsets } from '../prerender/font-tables.ts'
import { toSfnt, toWoff2 } from '../prerender/woff2.ts'
import { toData } from './site-files.ts'
import type { SiteFiles } from './site-files.ts'

/** Fonts that a talk uses. */
export interface UsedFonts {
  /** Paths of the font files that a browser loaded for the talk, within the site. */
  paths: ReadonlySet<string>
  /** Characters that its text may have. */
  characters: string
}

/**
 * Makes fonts a part of a style sheet: each with only the characters of the talk, in all its weights. Removes those
 * that no text is set in.
 *
 * @param findPath - Returns the path of a font within the site by its address; `undefined` for one of another host.
 * @param log - Gets one line for each font that stays as large as it is.
 */
export async function embedFonts(
  style: Root,
  files: SiteFiles,
  used: UsedFonts,
  findPath: (address: string) => string | undefined,
  log: (line: string) => void,
): Promise<void> {
  const rules: AtRule[] = []
  style.walkAtRules('font-face', (rule) => {
    rules.push(rule)
  })
  await Promise.all(
    rules.map(async (rule) => {
      const paths = listAddresses(rule).flatMap((address) => findPath(address) ?? [])
      const path = paths.find((each) => used.paths.has(each))
      if (path !== undefined) {
        const font = await subset(files.read(path), used.characters, (reason) =>
          log(`${basename(path)} is embedded as a whole: ${reason}.`),
        )
        setSource(rule, `url(${toData(font, 'font/woff2')}) format("woff2")`)
      } else if (paths.length > 0) {
        rule.remove()
      }
    }),
  )
}

/** Lists the addresses of a font's files. */
function listAddresses(rule: AtRule): string[] {
  const addresses: string[] = []
  rule.walkDecls('src', ({ value }) => {
    addresses.push(
      ...Array.from(value.matchAll(/url\(\s*["']?([^"')]+)/g), ([, address = '']) =>
        address.trim(),
      ),
    )
  })
  return addresses
}

function setSource(rule: AtRule, value: string): void {
  rule.walkDecls('src', (declaration) => {
    declaration.remove()
  })
  rule.append({ prop: 'src', value })
}

/** Returns a font with only some characters, or all of them where that cannot be. */
async function subset(
  bytes: Buffer,
  characters: string,
  explain: (reason: string) => void,
): Promise<Buffer> {
  const whole = await toSfnt(bytes)
  if (forbidsSubsets(whole)) {
    explain('its license forbids subsets')
    return toWoff2(whole)
  }
  try {
    return await toWoff2(
      await subsetFont(whole, characters, { targetFormat: 'sfnt', noHinting: true }),
    )
  } catch (error) {
    explain(error instanceof Error ? error.message : String(error))
    return toWoff2(whole)
  }
}
