import type { RuleInline, StateInline, Token } from 'markdown-exit'

import type { AddonOptions } from './settings.ts'
import { parseSpanAttributes, setColor } from './span-attributes.ts'

const OPENING_BRACE = 0x7b
const OPENING_ANGLE = 0x3c

/** Creates the rule that colors a link by what is typed behind it: `[text](/url){color=red}`. */
export function createLinkRule(options: AddonOptions): RuleInline {
  return function addon_colored_link(state, silent) {
    const code = state.src.charCodeAt(state.pos)
    // While a rule looks ahead for the end of a link, there are no tokens yet.
    if (silent || (code !== OPENING_BRACE && code !== OPENING_ANGLE)) {
      return false
    }
    const link = findLinkBefore(state)
    const attributes = link && parseSpanAttributes(state.src, state.pos)
    if (!attributes || attributes.end > state.posMax) {
      return false
    }
    setColor(state, { ...link, start: state.pos }, attributes, options)
    state.pos = attributes.end
    return true
  }
}

/** Finds the link that ends at the state's position. */
function findLinkBefore({
  src,
  pos,
  pending,
  tokens,
}: StateInline): { target: Token; warned: Token } | undefined {
  const warned = tokens.at(-1)
  const isAfterLink =
    warned?.type === 'link_close' && pending === '' && /[)\]>]/.test(src.charAt(pos - 1))
  const target = isAfterLink ? tokens.findLast(({ type }) => type === 'link_open') : undefined
  const isColored = target?.attrGet('class')?.includes('colored-span') === true
  return warned && target && !isColored ? { target, warned } : undefined
}
