import { relative } from 'node:path'

import type { SourceSlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'

import { badSetting } from '../markdown/messages.ts'
import { countBreaks } from '../markdown/report.ts'
import { checkSettings, SettingError } from '../markdown/settings.ts'
import type { CheckedSettings } from '../markdown/settings.ts'

/** Key of the deck's headmatter that holds the addon's settings. */
const KEY = 'addon'

/** The part of Slidev's options that the settings are read from; the names are Slidev's. */
export interface HeadmatterSource {
  /** The deck's folder. */
  userRoot: string
  data: {
    headmatter: Readonly<Record<string, unknown>>
    /** The file that the author named; its first slide holds the headmatter. */
    entry: { slides: readonly Pick<SourceSlideInfo, 'raw' | 'start' | 'filepath'>[] }
  }
}

/**
 * Reads the addon's settings in a deck's headmatter.
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
    // oxlint-disable-next-line preserve-caught-error -- the cause says the same without the place
    throw new Error(badSetting({ line, key: path.join('.'), value, expected }))
  }
}

/**
 * Finds the 0-based line of a key in a slide's frontmatter.
 *
 * @param raw - The slide with its frontmatter.
 * @param path - Keys that lead to it, each somewhere after the previous one.
 */
export function findKeyLine(raw: string, path: readonly string[]): number {
  let at = 0
  for (const key of path) {
    const escaped = key.replaceAll(/[^\w-]/g, String.raw`\$&`)
    const found = raw.slice(at).search(new RegExp(String.raw`(?<=^|[\s{,'"])${escaped}['"]?\s*:`))
    at += Math.max(found, 0)
  }
  return countBreaks(raw.slice(0, at))
}

/**
 * Renders all slides again when the addon's settings change while the deck is shown. Slidev itself
 * renders only the slide whose text changes, and the headmatter belongs to the first one.
 */
export function reloadOnSettings({ data }: HeadmatterSource): Plugin {
  const read = (): string => JSON.stringify(data.headmatter[KEY]) ?? ''
  let known = read()

  return {
    name: 'slidev-addon-addon:settings',
    handleHotUpdate: {
      // Runs after Slidev's own handler, which reads the changed file.
      order: 'post',
      handler({ server, modules }) {
        const now = read()
        if (now === known) {
          return modules
        }
        known = now
        server.moduleGraph.invalidateAll()
        server.hot.send({ type: 'full-reload' })
        return []
      },
    },
  }
}
