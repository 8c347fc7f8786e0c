import { parse } from 'postcss'
import type { AtRule, ChildNode, Container, Declaration, Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'

/** States that a page which is only looked at has not. */
const IDLE_RE = /^:(?:hover|focus|focus-visible|focus-within|active|visited|target)$/

/** Parts of an element that are drawn without a hand on it. */
const DRAWN_PART_RE = /^::?(?:before|after|marker|first-letter|first-line)$/

/** At-rules whose rules are chosen one by one. */
const GROUPS: ReadonlySet<string> = new Set(['media', 'supports', 'layer', 'container', 'scope'])

/** What a page that is only looked at for a moment does without. */
const UNSEEN_RE =
  /^(?:-(?:webkit|moz|ms|o)-)?(?:transition|cursor|pointer-events|touch-action|user-select|print-color-adjust|tap-highlight-color)/

/** What is above the slide; `font-subsets.ts` says what the slide itself is set in. */
const PAGE_RE = /^(?:html|body|:root|:host|#page-root)$/

const VARIABLE_RE = /var\(\s*(--[\w-]+)/g

const ANIMATION_RE = /animation(?:-name)?:([^;}]*)/g

/** A declaration, or what else stands in a rule. */
interface Piece {
  /** Name of the property, of a declaration. */
  property?: string
  isImportant?: boolean
  css: string
  /** Custom properties it reads. */
  reads: readonly string[]
}

/** A rule whose selectors are chosen one by one. */
interface SelectedRule {
  kind: 'rule'
  selectors: readonly { selector: string; trial: string | undefined }[]
  pieces: readonly Piece[]
}

/** Rules that hold under a condition. */
interface Group {
  kind: 'group'
  /** What stands before its brace. */
  head: string
  parts: readonly Part[]
}

/** An animation or a custom property's type, which is kept where its name is in use. */
interface Named extends Piece {
  kind: 'keyframes' | 'property'
  name: string
}

/** What is always kept, such as the order of layers. */
interface Kept {
  kind: 'kept'
  css: string
}

type Part = SelectedRule | Group | Named | Kept

/** A style sheet, read once for all pages. */
export interface CriticalSource {
  parts: readonly Part[]
  /** Selectors to try in a page. */
  trials: readonly string[]
}

/** Reads a style sheet whose rules are to be chosen. */
export function readStyles(css: string): CriticalSource {
  const trials = new Set<string>()
  const parts = readParts(parse(css), trials)
  return { parts, trials: [...trials] }
}

function readParts(container: Container, trials: Set<string>): Part[] {
  return (container.nodes ?? []).flatMap((node: ChildNode): Part[] => {
    if (node.type === 'rule') {
      return [readRule(node, trials)]
    }
    if (node.type !== 'atrule') {
      return []
    }
    if (node.name === 'keyframes' || node.name === 'property') {
      return [{ kind: node.name, name: node.params, ...toPiece(node) }]
    }
    return GROUPS.has(node.name) ? readGroup(node, trials) : []
  })
}

function readGroup(node: AtRule, trials: Set<string>): Part[] {
  if (node.nodes === undefined) {
    return [{ kind: 'kept', css: `${node.toString()};` }]
  }
  return node.name === 'media' && node.params === 'print'
    ? []
    : [
        {
          kind: 'group',
          head: `@${node.name} ${node.params}`.trim(),
          parts: readParts(node, trials),
        },
      ]
}

/** Rules in rules go with what they stand in. */
function readRule(rule: Rule, trials: Set<string>): SelectedRule {
  const selectors = rule.selectors.map((selector) => ({ selector, trial: toTrial(selector) }))
  for (const { trial } of selectors) {
    if (trial !== undefined) {
      trials.add(trial)
    }
  }
  const pieces = rule.nodes.flatMap((node) =>
    node.type === 'comment' || (node.type === 'decl' && UNSEEN_RE.test(node.prop))
      ? []
      : [toPiece(node)],
  )
  return { kind: 'rule', selectors, pieces }
}

function toPiece(node: Declaration | Rule | AtRule): Piece {
  const css = node.toString()
  return {
    ...(node.type === 'decl' ? { property: node.prop, isImportant: node.important === true } : {}),
    css,
    reads: listReads(css),
  }
}

function listReads(text: string): string[] {
  return [...text.matchAll(VARIABLE_RE)].map(([, name = '']) => name)
}

/**
 * What a selector asks of the elements themselves.
 *
 * @returns `undefined` where it applies to nothing in a page without a hand on it.
 */
function toTrial(selector: string): string | undefined {
  if (!selector.includes(':')) {
    return selector
  }
  let isIdle = true
  const trial = parseSelector((root) => {
    root.walkPseudos((pseudo) => {
      if (DRAWN_PART_RE.test(pseudo.value)) {
        pseudo.replaceWith(parseSelector.universal())
      } else if (pseudo.value.startsWith('::') || IDLE_RE.test(pseudo.value)) {
        isIdle = false
      }
    })
  }).processSync(selector)
  return isIdle ? joinUniversals(trial) : undefined
}

/** `a*` is written `a`; `* ` and `>*` stay. */
function joinUniversals(selector: string): string {
  return selector.replace(/(?<=[\w\])-])\*(?!=)/g, '').replace(/\*\*/g, '*')
}

/**
 * The rules of style sheets that a page is drawn with, as one style sheet without fonts, and without what is
 * not seen, custom properties nobody reads and animations nobody runs.
 *
 * @param matched - The trials that have an element in the page.
 * @param html - The page, for custom properties used in its attributes.
 */
export function pickCritical(
  sources: readonly CriticalSource[],
  matched: ReadonlySet<string>,
  html: string,
): string {
  const picked = dropOverridden(sources.flatMap(({ parts }) => pickParts(parts, matched)))
  const pieces = [...walkPieces(picked)]
  const read = findRead(pieces, listReads(html))
  const animations = pieces
    .flatMap(({ css }) => [...css.matchAll(ANIMATION_RE)].map(([, names]) => names))
    .join(' ')
  return writeParts(picked, {
    isUsed: ({ property }) => !property?.startsWith('--') || read.has(property),
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
      ? part.pieces.filter(({ property }) => property !== 'font-family')
      : part.pieces
    return [{ ...part, selectors, pieces }]
  })
}

/** Without what a later rule of the same selectors, under the same conditions, sets anew. */
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
        ({ property, isImportant }) => isImportant || !setLater.has(`${selectors} ${property}`),
      )
      part.pieces.forEach(({ property }) => property && setLater.add(`${selectors} ${property}`))
      return { ...part, pieces }
    })
    .toReversed()
}

function writeSelectors({ selectors }: SelectedRule): string {
  return selectors.map(({ selector }) => selector).join(',')
}

/** Everything that may read a custom property. */
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

/** The custom properties that are read, in turn, by what is seen. */
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

/** What is written of the parts that were picked. */
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
