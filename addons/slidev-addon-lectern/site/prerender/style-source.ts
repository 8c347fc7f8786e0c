import { parse } from 'postcss'
import type { AtRule, ChildNode, Container, Declaration, Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'

/** Matches states that only a visitor's input causes. */
const IDLE_RE = /^:(?:hover|focus|focus-visible|focus-within|active|visited|target)$/

/** Matches parts of an element that are drawn without any input. */
const DRAWN_PART_RE = /^::?(?:before|after|marker|first-letter|first-line)$/

/** At-rules whose rules are picked one by one. */
const GROUPS: ReadonlySet<string> = new Set(['media', 'supports', 'layer', 'container', 'scope'])

/** Matches properties that do not change how a still page looks. */
const UNSEEN_RE =
  /^(?:-(?:webkit|moz|ms|o)-)?(?:transition|cursor|pointer-events|touch-action|user-select|print-color-adjust|tap-highlight-color)/

const VARIABLE_RE = /var\(\s*(--[\w-]+)/g

/** A declaration of a rule, or a nested rule. */
export interface Piece {
  /** Property of a declaration. */
  property?: string
  isImportant?: boolean
  css: string
  /** Custom properties that it reads. */
  reads: readonly string[]
}

/** A rule whose selectors are picked one by one. */
export interface SelectorRule {
  kind: 'rule'
  /** Selectors with what {@link toTrial} makes of them. */
  selectors: readonly { selector: string; trial: string | undefined }[]
  pieces: readonly Piece[]
}

/** Rules under a condition. */
interface Group {
  kind: 'group'
  /** Text before its brace. */
  head: string
  parts: readonly Part[]
}

/** An animation, or the type of a custom property; kept where its name is used. */
export interface Named extends Piece {
  kind: 'keyframes' | 'property'
  name: string
}

/** A statement that is always kept, such as the order of layers. */
interface Kept {
  kind: 'kept'
  css: string
}

/** A part of a style sheet. */
export type Part = SelectorRule | Group | Named | Kept

/** A style sheet, read once for all pages. */
export interface StyleSource {
  parts: readonly Part[]
  /** Selectors to try in a page. */
  trials: readonly string[]
}

/** Reads a style sheet whose rules will be picked for each page. */
export function readStyleSource(css: string): StyleSource {
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

/** Keeps nested rules with their parent. */
function readRule(rule: Rule, trials: Set<string>): SelectorRule {
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

/** Lists the custom properties that a text reads. */
export function listReads(text: string): string[] {
  return [...text.matchAll(VARIABLE_RE)].map(([, name = '']) => name)
}

/**
 * Returns a selector that matches the same elements, without their drawn parts, so that it can be tried in a page.
 *
 * @returns `undefined` for a selector that matches nothing before a visitor's input.
 */
function toTrial(selector: string): string | undefined {
  if (!selector.includes(':')) {
    return selector
  }
  let isMatching = true
  const trial = parseSelector((root) => {
    root.walkPseudos((pseudo) => {
      if (DRAWN_PART_RE.test(pseudo.value)) {
        pseudo.replaceWith(parseSelector.universal())
      } else if (pseudo.value.startsWith('::') || IDLE_RE.test(pseudo.value)) {
        isMatching = false
      }
    })
  }).processSync(selector)
  return isMatching ? joinUniversals(trial) : undefined
}

/** Changes `a*`, which is no selector, to `a`; keeps `* ` and `>*`. */
function joinUniversals(selector: string): string {
  return selector.replace(/(?<=[\w\])-])\*(?!=)/g, '').replace(/\*\*/g, '*')
}
