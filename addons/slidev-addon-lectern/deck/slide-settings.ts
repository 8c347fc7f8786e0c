import type { SourceSlideInfo } from '@slidev/types'

import type { Explanation } from './explanation.ts'
import { isRecord, readSettings, SETTINGS_LINE_RE } from './settings.ts'

/** Problem with the settings of one slide, and how to fix it. */
type SettingSlip = Pick<Explanation, 'seen' | 'expected' | 'fix'>

/**
 * Explains `lectern:` in the frontmatter of a slide that is not the deck's first one, where it would do nothing.
 *
 * @param isHeadmatter - Whether the slide may be the first one of an imported file, which may be a deck of its own.
 * @returns `undefined` where there is nothing to explain.
 */
export function explainSlideSettings(
  { lectern, src }: Readonly<Record<string, unknown>>,
  isHeadmatter: boolean,
): SettingSlip | undefined {
  if (lectern === undefined || lectern === null) {
    return undefined
  }
  if (src !== undefined) {
    return {
      seen: 'a slide that imports others by "src:" has "lectern:", which does not reach them',
      expected: 'it in the imported file',
      fix: 'Write "lectern:" in the frontmatter of each slide there, or in the headmatter of this deck.',
    }
  }
  const isKnown =
    isRecord(lectern) &&
    Object.entries(lectern).every(
      ([key, value]) => key === 'publicNotes' && typeof value === 'boolean',
    )
  if (isKnown || (isHeadmatter && isDeckSettings(lectern))) {
    return undefined
  }
  return {
    seen: `the frontmatter of a slide has "lectern: ${JSON.stringify(lectern)}"`,
    expected: '"publicNotes: true" or "publicNotes: false", the only setting of one slide',
    fix: 'Write the others in the headmatter.',
  }
}

/**
 * Finds the slides of a file whose settings would do nothing.
 *
 * @param file - Name of the file for messages.
 * @param isEntry - Whether it is the deck's own file, whose headmatter is checked by itself.
 */
export function findSettingSlips(
  slides: readonly SourceSlideInfo[],
  file: string,
  isEntry: boolean,
): Explanation[] {
  return slides.slice(isEntry ? 1 : 0).flatMap((slide) => {
    const slip = explainSlideSettings(slide.frontmatter, !isEntry && slide === slides[0])
    const line = slide.raw.split('\n').findIndex((text) => SETTINGS_LINE_RE.test(text))
    return slip ? { check: 'notes', file, line: slide.start + Math.max(line, 0) + 1, ...slip } : []
  })
}

function isDeckSettings(lectern: unknown): boolean {
  try {
    readSettings(lectern, String)
    return true
  } catch {
    return false
  }
}
