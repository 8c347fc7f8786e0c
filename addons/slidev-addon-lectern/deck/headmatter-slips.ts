import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'

import { placeKey } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { nearestName } from './nearest-name.ts'
import type { DeckModel } from './read-deck.ts'
import { isRecord } from './settings.ts'

/** Keys of the headmatter with the only values that Slidev understands; it takes others for the first one. */
const CHOICES: readonly (readonly [key: string, values: readonly string[]])[] = [
  ['colorSchema', ['auto', 'light', 'dark']],
  ['routerMode', ['history', 'hash', 'memory']],
]

/** Finds values of the headmatter that Slidev ignores without a word: unknown ones, and files that do not exist. */
export function findHeadmatterSlips(deck: DeckModel): Explanation[] {
  return [...findUnknownValues(deck), ...findMissingFiles(deck)]
}

function findUnknownValues(deck: DeckModel): Explanation[] {
  return CHOICES.flatMap(([key, values]) => {
    const declared = deck.headmatter[key] ?? values[0]
    const value = typeof declared === 'string' ? declared : JSON.stringify(declared)
    return values.includes(value)
      ? []
      : [
          explain(deck, key, {
            seen: `"${key}" is "${value}", which Slidev does not know`,
            expected: values.join(', '),
            fix: `Did you mean ${nearestName(value, values)}?`,
          }),
        ]
  })
}

function findMissingFiles(deck: DeckModel): Explanation[] {
  const { headmatter, folder } = deck
  const { favicon, theme, seoMeta } = headmatter
  const image = isRecord(seoMeta) ? seoMeta['ogImage'] : undefined
  const named = [
    { key: 'favicon', value: favicon, isOwn: isPath(favicon) },
    { key: 'ogImage', value: image, isOwn: isPath(image) && image !== 'auto' },
  ]
  const missing = named
    .filter(({ value, isOwn }) => isOwn && !isInSite(folder, String(value)))
    .map(({ key, value }) =>
      explain(deck, key, {
        seen: `the image "${String(value)}" of "${key}" does not exist`,
        expected: `a file in public/ beside ${deck.file}`,
        fix: 'Correct the path, or put the file there.',
      }),
    )
  return isMissingTheme(folder, theme)
    ? [
        ...missing,
        explain(deck, 'theme', {
          seen: `the theme "${theme}" does not exist, and the slides have none`,
          expected: 'the folder of a theme',
          fix: 'Correct the path, or write "theme: none".',
        }),
      ]
    : missing
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(value)
}

function isInSite(folder: string, path: string): boolean {
  const plain = path.replace(/[?#].*$/, '')
  return [join(folder, 'public', plain), join(folder, plain)].some((file) => existsSync(file))
}

/** Whether a theme is named by a path that does not exist; Slidev asks for a package that is not installed. */
function isMissingTheme(folder: string, theme: unknown): theme is string {
  if (typeof theme !== 'string' || !/^(?:\.|\/|@\/)/.test(theme)) {
    return false
  }
  const path = theme.startsWith('@/') ? theme.slice('@/'.length) : theme
  return !existsSync(isAbsolute(path) ? path : resolve(folder, path))
}

function explain(
  deck: DeckModel,
  key: string,
  told: Pick<Explanation, 'seen' | 'expected' | 'fix'>,
): Explanation {
  const [first] = deck.slides
  const place = first ? placeKey(deck, first, key) : { file: deck.file, line: 1 }
  return { check: 'links', ...place, ...told }
}
