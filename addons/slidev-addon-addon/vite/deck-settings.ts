import { relative } from 'node:path'

import type { SourceSlideInfo } from '@slidev/types'

import { badSetting } from '../markdown/messages.ts'
import { checkSettings, SettingError } from '../markdown/settings.ts'
import type { CheckedSettings } from '../markdown/settings.ts'

/** Key of the deck's headmatter that holds the addon's settings. */
const KEY = 'addon'

/** What the settings need of Slidev's options; the names are Slidev's. */
export interface HeadmatterSource {
  /** The deck's folder. */
  userRoot: string
  data: {
    headmatter: Readonly<Record<string, unknown>>
    /** The file the author named, whose first slide holds the headmatter. */
    entry: { slides: readonly Pick<SourceSlideInfo, 'raw' | 'start' | 'filepath'>[] }
  }
}

/**
 * The addon's settings in a deck's headmatter.
 *
 * @throws {Error} that names file, line and key of a setting that is not understood.
 */
export function readDeckSettings({ userRoot, data }: HeadmatterSource): CheckedSettings {
  try {
    return checkSettings(data.headmatter[KEY])
  } catch (error) {
    if (!(error instanceof SettingError)) {
      throw error
    }
    const path = [KEY, ...error.path]
    const [slide] = data.entry.slides
    const file = slide && relative(userRoot, slide.filepath).replaceAll('\\', '/')
    const line = slide && `${file}:${slide.start + findKeyLine(slide.raw, path) + 1}`
    const { value, expected } = error
    // oxlint-disable-next-line preserve-caught-error -- the cause says the same, without the place
    throw new Error(badSetting({ line, key: path.join('.'), value, expected }))
  }
}

/**
 * 0-based line of a key in a slide's frontmatter.
 *
 * @param raw - The slide with its frontmatter.
 * @param path - Keys that lead to it; each stands behind the one before.
 */
export function findKeyLine(raw: string, path: readonly string[]): number {
  let at = 0
  for (const key of path) {
    const escaped = key.replaceAll(/[^\w-]/g, String.raw`\$&`)
    const found = raw.slice(at).search(new RegExp(String.raw`(?<=^|[\s{,'"])${escaped}['"]?\s*:`))
    at += Math.max(found, 0)
  }
  return raw.slice(0, at).split('\n').length - 1
}
