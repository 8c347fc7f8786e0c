import type { FontDemand } from './font-demands.ts'

/** Returns the name of the family that holds a page's subset of another family. */
export function toPageFamily(family: string): string {
  return `${family} Page`
}

/**
 * Returns style rules that put the page's own fonts before the families they are subsets of.
 *
 * @param stacks - Families of each part of the slide, by its number in `data-lectern-font`.
 * @param families - Families that the page contains subsets of.
 * @param isCovered - Whether the deck's own fonts have all characters of a part; it needs no others then.
 */
export function toStackRules(
  stacks: readonly (readonly string[])[],
  families: ReadonlySet<string>,
  isCovered: (stack: readonly string[]) => boolean,
): string {
  return stacks
    .map((stack, index) => {
      const last = isCovered(stack) ? stack.findLastIndex((name) => families.has(name)) + 1 : 0
      const names = stack
        .slice(0, last || undefined)
        .flatMap((name) => (families.has(name) ? [toPageFamily(name), name] : [name]))
      // `!important` beats the rules of the deck's own style sheets, which are loaded later.
      return `[data-lectern-font="${index}"]{font-family:${names.map(quote).join(',')}!important}`
    })
    .join('')
}

/** Quotes the name of a family where CSS requires it. */
function quote(family: string): string {
  return /^-?[a-z][\w-]*(?: [a-z][\w-]*)*$/i.test(family) ? family : JSON.stringify(family)
}

/** A demand with the font that meets it. */
export interface FilledDemand extends FontDemand {
  font: Buffer
}

/**
 * Returns a rule that contains a page's subset of a font.
 *
 * @param all - All subsets of the page.
 */
export function toRule(demand: FilledDemand, all: readonly FilledDemand[]): string {
  const { face, weight, characters, font } = demand
  const isOneOfSeveral = all.some(
    (other) =>
      other !== demand &&
      other.face.family === face.family &&
      other.face.style === face.style &&
      other.weight === weight,
  )
  const descriptors = [
    `font-family:${quote(toPageFamily(face.family))}`,
    `font-weight:${weight}`,
    `font-style:${face.style}`,
    `src:url(data:font/woff2;base64,${font.toString('base64')})`,
    ...(isOneOfSeveral ? [`unicode-range:${toRanges(characters)}`] : []),
  ]
  return `@font-face{${descriptors.join(';')}}`
}

function toRanges(characters: ReadonlySet<string>): string {
  return [...characters]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(',')
}
