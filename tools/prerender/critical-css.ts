import { parse, root as createRoot } from 'postcss'
import type { AtRule, ChildNode, Container, Declaration, Root, Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'

/** States that a page which is only looked at has not. */
const IDLE_RE = /^:(?:hover|focus|focus-visible|focus-within|active|visited|target)$/

/** Parts of an element that are drawn without a hand on it. */
const DRAWN_PART_RE = /^::?(?:before|after|marker|first-letter|first-line)$/

/** At-rules whose rules are chosen one by one. */
const GROUPS: ReadonlySet<string> = new Set(['media', 'supports', 'layer', 'container', 'scope'])

/** What a page that is only looked at for a moment does without. */
const UNSEEN_RE =
  /^(?:transition|cursor|pointer-events|touch-action|user-select|print-color-adjust|tap-highlight-color)/

/** What is above the slide; `font-subsets.ts` says what the slide itself is set in. */
const PAGE_RE = /^(?:html|body|:root|:host|#page-root)$/

/** A style sheet, read once for all pages. */
export interface CriticalSource {
  root: Root
  /** Selector to try in a page, by selector as written; those that never apply there are left out. */
  trials: ReadonlyMap<string, string>
}

/** Reads a style sheet whose rules are to be chosen. */
export function readStyles(css: string): CriticalSource {
  const root = parse(css)
  const trials = new Map<string, string>()
  root.walkRules((rule) => {
    if (isChosenByItself(rule)) {
      for (const selector of rule.selectors) {
        const trial = toTrial(selector)
        if (trial !== undefined) {
          trials.set(selector, trial)
        }
      }
    }
  })
  return { root, trials }
}

/** Rules in rules and the steps of an animation go with what they stand in. */
function isChosenByItself(rule: Rule): boolean {
  const parent = rule.parent
  return (
    parent?.type === 'root' || (parent?.type === 'atrule' && GROUPS.has((parent as AtRule).name))
  )
}

/**
 * What a selector asks of the elements themselves.
 *
 * @returns `undefined` where it applies to nothing in a page without a hand on it.
 */
function toTrial(selector: string): string | undefined {
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
  return selector.replace(/(?<=[\w\])-])\*/g, '').replace(/\*\*/g, '*')
}

/**
 * The rules of style sheets that a page is drawn with, as one style sheet without fonts.
 *
 * @param matched - The trials that have an element in the page.
 * @param html - The page, for custom properties used in its attributes.
 */
export function pickCritical(
  sources: readonly CriticalSource[],
  matched: ReadonlySet<string>,
  html: string,
): string {
  const picked = createRoot()
  for (const { root, trials } of sources) {
    pickInto(root, picked, (selector) => matched.has(trials.get(selector) ?? ''))
  }
  dropUnused(picked, html)
  return picked.toString()
}

function pickInto(from: Container, to: Container, isUsed: (selector: string) => boolean): void {
  from.each((node: ChildNode) => {
    if (node.type === 'rule') {
      const selectors = node.selectors.filter(isUsed)
      if (selectors.length > 0) {
        to.append(node.clone({ selectors }))
      }
    } else if (node.type === 'atrule' && GROUPS.has(node.name)) {
      if (node.nodes === undefined) {
        to.append(node.clone())
      } else if (!(node.name === 'media' && node.params === 'print')) {
        const group = node.clone({ nodes: [] })
        pickInto(node, group, isUsed)
        if (group.nodes?.length) {
          to.append(group)
        }
      }
    } else if (node.type === 'atrule' && ['keyframes', 'property'].includes(node.name)) {
      to.append(node.clone())
    }
  })
}

const VARIABLE_RE = /var\(\s*(--[\w-]+)/g

/** Leaves out what is not seen, custom properties nobody reads, and animations and rules that are empty by then. */
function dropUnused(root: Root, html: string): void {
  root.walkDecls((declaration) => {
    const isOfPage =
      declaration.prop === 'font-family' &&
      declaration.parent?.type === 'rule' &&
      declaration.parent.selectors.every((selector) => PAGE_RE.test(selector))
    if (isOfPage || UNSEEN_RE.test(declaration.prop.replace(/^-(?:webkit|moz|ms|o)-/, ''))) {
      declaration.remove()
    }
  })
  let count: number
  do {
    const read = new Set(
      [...`${root.toString()} ${html}`.matchAll(VARIABLE_RE)].map(([, name]) => name),
    )
    count = 0
    root.walkDecls(/^--/, (declaration: Declaration) => {
      if (!read.has(declaration.prop)) {
        declaration.remove()
        count += 1
      }
    })
    root.walkAtRules('property', (rule) => {
      if (!read.has(rule.params)) {
        rule.remove()
      }
    })
    dropEmpty(root)
  } while (count > 0)
  const animations = [...root.toString().matchAll(/animation(?:-name)?:([^;}]*)/g)].join(' ')
  root.walkAtRules('keyframes', (rule) => {
    if (!animations.includes(rule.params)) {
      rule.remove()
    }
  })
}

function dropEmpty(root: Root): void {
  root.walk((node) => {
    if ((node.type === 'rule' || node.type === 'atrule') && node.nodes?.length === 0) {
      node.remove()
    }
  })
}
