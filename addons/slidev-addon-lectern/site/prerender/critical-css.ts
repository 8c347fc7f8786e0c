import { listReads } from './style-source.ts'
import type { Named, Part, Piece, SelectorRule, StyleSource } from './style-source.ts'

/** Matches elements around the slide, whose fonts `font-subsets.ts` sets. */
const PAGE_RE = /^(?:html|body|:root|:host|#page-root)$/

/** Matches initial values that a style sheet gives the page again. */
const INITIAL_RE = /^font-(?:feature|variation)-settings:\s*normal$/

/** Matches what draws a counter of a style sheet. */
const COUNTER_RE = /\bcounters?\(/

/** Matches the names of the animations that a rule runs. */
const ANIMATION_RE = /animation(?:-name)?:([^;}]*)/g

/**
 * Picks the rules that draw a page, as one style sheet without fonts, unused custom properties, unused counters and
 * unused animations.
 *
 * @param matched - Trials that match an element of the page.
 * @param html - The page, whose attributes may read custom properties.
 */
export function pickCritical(
  sources: readonly StyleSource[],
  matched: ReadonlySet<string>,
  html: string,
): string {
  const picked = dropOverridden(sources.flatMap(({ parts }) => pickParts(parts, matched)))
  const pieces = [...walkPieces(picked)]
  const read = findRead(pieces, listReads(html))
  const animations = pieces
    .flatMap(({ css }) => [...css.matchAll(ANIMATION_RE)].map(([, names]) => names))
    .join(' ')
  const hasCounters = pieces.some(({ css }) => COUNTER_RE.test(css))
  return writeParts(picked, {
    isUsed: ({ property = '', css }) =>
      property.startsWith('--')
        ? read.has(property)
        : // Lists draw the counter `list-item` by themselves.
          hasCounters || !property.startsWith('counter-') || css.includes('list-item'),
    isNamed: ({ kind, name }) => (kind === 'property' ? read.has(name) : animations.includes(name)),
  })
}

function pickParts(parts: readonly Part[], matched: ReadonlySet<string>): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'group') {
      return [{ ...part, parts: pickParts(part.parts, matched) }]
    }
    if (part.kind !== 'rule') {
      return [part]
    }
    const selectors = part.selectors.filter(({ trial }) => matched.has(trial ?? ''))
    if (selectors.length === 0) {
      return []
    }
    const isOfPage = selectors.every(({ selector }) => PAGE_RE.test(selector))
    const pieces = isOfPage
      ? part.pieces.filter(
          ({ property, css }) => property !== 'font-family' && !INITIAL_RE.test(css),
        )
      : part.pieces
    return [{ ...part, selectors, pieces }]
  })
}

/** Drops declarations that a later rule of the same selectors and conditions overrides. */
function dropOverridden(parts: readonly Part[]): Part[] {
  const setLater = new Set<string>()
  return parts
    .toReversed()
    .map((part) => {
      if (part.kind === 'group') {
        return { ...part, parts: dropOverridden(part.parts) }
      }
      if (part.kind !== 'rule') {
        return part
      }
      const selectors = writeSelectors(part)
      const pieces = part.pieces.filter(
        ({ property, isImportant, css }, index) =>
          (isImportant || !setLater.has(`${selectors} ${property}`)) &&
          css !== part.pieces[index + 1]?.css,
      )
      part.pieces.forEach(({ property }) => property && setLater.add(`${selectors} ${property}`))
      return { ...part, pieces }
    })
    .toReversed()
}

function writeSelectors({ selectors }: SelectorRule): string {
  return selectors.map(({ selector }) => selector).join(',')
}

/** Yields everything that may read a custom property. */
function* walkPieces(parts: readonly Part[]): Generator<Piece> {
  for (const part of parts) {
    if (part.kind === 'group') {
      yield* walkPieces(part.parts)
    } else if (part.kind === 'rule') {
      yield* part.pieces
    } else if (part.kind === 'keyframes') {
      yield part
    }
  }
}

/** Finds the custom properties that the page reads, directly or through other custom properties. */
function findRead(pieces: readonly Piece[], first: readonly string[]): ReadonlySet<string> {
  const readBy = new Map<string, string[]>()
  const open = [...first]
  for (const { property, reads } of pieces) {
    if (property?.startsWith('--')) {
      readBy.set(property, [...(readBy.get(property) ?? []), ...reads])
    } else {
      open.push(...reads)
    }
  }
  const read = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!read.has(name)) {
      read.add(name)
      open.push(...(readBy.get(name) ?? []))
    }
  }
  return read
}

/** Decides which of the picked parts are written. */
interface Use {
  isUsed: (piece: Piece) => boolean
  isNamed: (part: Named) => boolean
}

function writeParts(parts: readonly Part[], use: Use): string {
  return parts.map((part) => writePart(part, use)).join('')
}

function writePart(part: Part, use: Use): string {
  if (part.kind === 'rule') {
    const used = part.pieces.filter(use.isUsed)
    return writeBlock(writeSelectors(part), used.map(({ css }) => css).join(';'))
  }
  if (part.kind === 'group') {
    return writeBlock(part.head, writeParts(part.parts, use))
  }
  return part.kind === 'kept' || use.isNamed(part) ? part.css : ''
}

function writeBlock(head: string, body: string): string {
  return body === '' ? '' : `${head}{${body}}`
}
