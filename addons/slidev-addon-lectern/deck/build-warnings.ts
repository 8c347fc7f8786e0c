import { relative } from 'node:path'

import type { CheckName } from './check-names.ts'
import { describeExplanation } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { findHeadmatterSlips } from './headmatter-slips.ts'
import { findMissingImages } from './missing-images.ts'
import type { DeckModel } from './read-deck.ts'
import { findSectionSlips } from './section-slips.ts'
import { findReference } from './source-lines.ts'

/** Matches a warning of Slidev or an addon, with the indented lines that belong to it. */
const WARNING_RE = /^\[[\w-]*slidev[\w-]*\] .*(?:\n {2}.*)*/gm

/** Matches a warning of this addon that names a line, as `describeExplanation` writes it. */
const OWN_RE = /^\[slidev-addon-lectern\] (.+?):(\d+): (.+?)\. Expected (.+?)\. (.+)$/

/** Matches a file that the bundler does not find for the address in a style. */
const STYLE_RE = /^(\S+) referenced in \S+ didn't resolve at build time/gm

/**
 * Lists the warnings of a build, each with all its lines: of Slidev, its addons, and files that are missing.
 *
 * @param omitted - Checks whose warnings are told later, by what is done with the site.
 */
export function listBuildWarnings(
  deck: DeckModel,
  output: string,
  omitted: readonly CheckName[] = [],
): string[] {
  const images = findMissingImages(deck)
  const isKnown = ({ check, file, line }: Explanation): boolean =>
    images.some((each) => each.check === check && each.file === file && each.line === line)
  const explained = [
    ...deck.errors,
    ...findHeadmatterSlips(deck),
    ...findSectionSlips(deck),
    ...images,
    ...explainWarnings(deck, output).filter((each) => !isKnown(each)),
  ]
  const printed = readWarnings(output).filter((warning) => !OWN_RE.test(warning))
  return [
    ...new Set([
      ...printed,
      ...explained.filter(({ check }) => !omitted.includes(check)).map(describeExplanation),
    ]),
  ]
}

/** Returns the warnings in the output of a build, each with all its lines. */
export function readWarnings(output: string): string[] {
  return output.match(WARNING_RE) ?? []
}

/** Explains what is missing in a deck that was built: layouts, components, and images of styles. */
export function explainWarnings(deck: DeckModel, output: string): Explanation[] {
  const named = readWarnings(output).flatMap((warning) => {
    const [, file = '', line = '', seen = '', expected = '', fix = ''] = OWN_RE.exec(warning) ?? []
    return file === ''
      ? []
      : [{ check: 'console' as const, ...findPlace(deck, file, Number(line)), seen, expected, fix }]
  })
  const styles = [...output.matchAll(STYLE_RE)].map(([, path = '']) => {
    const slide = deck.slides.find((each) => findReference(each, path) !== undefined)
    return {
      check: 'images' as const,
      file: slide?.file ?? deck.file,
      line: (slide && findReference(slide, path)) ?? 1,
      slide: slide?.number,
      seen: `the file "${path}" of a style does not exist`,
      expected: path.startsWith('/') ? `the file as public${path}` : 'the file beside the style',
      fix: 'Correct the path, or put the file there.',
    }
  })
  return [...named, ...styles]
}

/** Returns slide and file of a line, whose file is named from the deck's folder. */
function findPlace(
  { slides, folder, file }: DeckModel,
  named: string,
  line: number,
): Pick<Explanation, 'file' | 'line' | 'slide'> {
  const slide = slides.findLast(
    ({ path, frontmatterLines, contentLines }) =>
      relative(folder, path).replaceAll('\\', '/') === named &&
      ((frontmatterLines[0] ?? contentLines[0])?.number ?? 1) <= line,
  )
  return { file: slide?.file ?? file, line, slide: slide?.number }
}
