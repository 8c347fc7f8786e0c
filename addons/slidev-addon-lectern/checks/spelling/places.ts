import type { SlideModel } from '../../deck/read-deck.ts'
import type { SlideFinding } from '../finding.ts'
import type { Passage } from './passages.ts'

/** A place of the author's files. */
interface Place {
  slide: SlideModel
  /** 1-based line of the author's file. */
  line: number
}

/** Something found, and its place. */
export type Located<T> = T & Place
/** Everything equal that was found, in the order of the deck. */
export type Group<T> = readonly [Located<T>, ...Located<T>[]]

/** Replaces the 0-based line of the prose by slide and line of the author's file. */
export function locate<T extends { line: number }>(
  { slide, lines }: Passage,
  found: readonly T[],
): Located<T>[] {
  return found.map((each) => ({ ...each, slide, line: lines[each.line] ?? 1 }))
}

/** Groups what was found, in the order of the first ones. */
export function group<T>(
  found: readonly Located<T>[],
  keyOf: (one: Located<T>) => unknown,
): Group<T>[] {
  const groups = new Map<unknown, [Located<T>, ...Located<T>[]]>()
  for (const each of found) {
    const known = groups.get(keyOf(each))
    if (known) {
      known.push(each)
    } else {
      groups.set(keyOf(each), [each])
    }
  }
  return [...groups.values()]
}

/** Returns the part of a finding that tells its place. */
export function position(
  places: Group<unknown>,
): Pick<SlideFinding, 'check' | 'slide' | 'slides' | 'file' | 'line'> {
  const [{ slide, line }] = places
  const { number, file } = slide
  return { check: 'spelling', slide: number, slides: listSlides(places), file, line }
}

/** Lists the numbers of the slides. */
export function listSlides(places: readonly Place[]): number[] {
  return [...new Set(places.map(({ slide }) => slide.number))]
}
