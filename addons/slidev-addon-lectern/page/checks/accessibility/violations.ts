import type { NodeResult, Result } from 'axe-core'

import type { SourceHint } from '../../../deck/source-lines.ts'
import { andMore, quote } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import { kindOf } from './text-style.ts'

/** Describes what breaks a rule, each kind of element once: a component repeats its own on every slide. */
export function describeViolations(rule: Result): Observation[] {
  const byKind = new Map<string, [NodeResult, ...NodeResult[]]>()
  for (const node of rule.nodes.filter((each) => !isFormula(each))) {
    const kind = kindOf(node.element)
    const nodes = byKind.get(kind)
    if (nodes) {
      nodes.push(node)
    } else {
      byKind.set(kind, [node])
    }
  }
  return Array.from(byKind, ([kind, nodes]) => describeViolation(rule, kind, nodes))
}

function describeViolation(
  rule: Result,
  kind: string,
  [{ element, any, html }, ...others]: [NodeResult, ...NodeResult[]],
): Observation {
  const text = element?.textContent?.trim() ?? ''
  const name = `${quote(text || html)}${andMore(others.length)}`
  return {
    hint: hintOf(element, text),
    seen: `${name}: ${any[0]?.message ?? rule.help}`.replace(/\s+/g, ' '),
    expected: lowerFirst(rule.description),
    fix: `${rule.help}. See the rule "${rule.id}" of axe-core.`,
    kind: `${rule.id} of ${kind}`,
    isDeckWide: true,
    isStructural: true,
    severity: rule.tags.includes('best-practice') ? 'hint' : 'warning',
  }
}

/** Tells whether an element is a formula: its name is in MathML, which axe-core takes for hidden. */
function isFormula({ element }: NodeResult): boolean {
  return (element?.querySelector('.katex-mathml')?.textContent ?? '') !== ''
}

/** Returns what to look for in the author's file: a text, or else an address or a tag. */
export function hintOf(element: HTMLElement | undefined, text: string): SourceHint {
  const reference = element?.getAttribute('src') ?? element?.getAttribute('href') ?? undefined
  return text ? { text } : { reference: reference ?? `<${element?.localName ?? ''}` }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
