import type { StateInline } from 'markdown-exit'

const BACKSLASH = 0x5c
const OPENING = 0x5b
const CLOSING = 0x5d
const PARENTHESIS = 0x28
/** First characters of the constructs that bind tighter than brackets: code, math, HTML, autolinks. */
const TIGHT = new Set(Array.from('`$<', (character) => character.charCodeAt(0)))

/**
 * Pairs the brackets of a text in one pass. Ignores escaped brackets and those inside code, math,
 * HTML, autolinks and link destinations.
 *
 * @param state - The inline state of the text; it is not changed.
 * @returns Index of the closing bracket by index of its opening one.
 */
export function pairBrackets({ src, md, env }: StateInline): Map<number, number> {
  // Uses a new state, because the rules for code and the like store what they find in it.
  const state = new md.inline.State(src, md, env, [])
  const pairs = new Map<number, number>()
  const open: number[] = []
  let at = 0
  while (at < src.length) {
    const code = src.charCodeAt(at)
    if (code === BACKSLASH) {
      at += 2
    } else if (TIGHT.has(code)) {
      at = skipTight(state, at)
    } else if (code === OPENING) {
      open.push(at)
      at += 1
    } else if (code === CLOSING) {
      const opening = open.pop()
      at += 1
      if (opening !== undefined) {
        pairs.set(opening, at - 1)
        at = src.charCodeAt(at) === PARENTHESIS ? skipDestination(state, at) : at
      }
    } else {
      at += 1
    }
  }
  return pairs
}

/** Returns the index after the construct that begins at `start`, or `start + 1` if none does. */
function skipTight(state: StateInline, start: number): number {
  state.pos = start
  state.md.inline.skipToken(state)
  return state.pos
}

/** Returns the index after `(destination "title")`, or `start` if there is no link destination. */
function skipDestination(state: StateInline, start: number): number {
  const { src, md } = state
  const destination = md.helpers.parseLinkDestination(src, skipSpace(src, start + 1), src.length)
  if (!destination.ok) {
    return start
  }
  let at = skipSpace(src, destination.pos)
  if (at > destination.pos) {
    const title = md.helpers.parseLinkTitle(src, at, src.length)
    at = title.ok ? skipSpace(src, title.pos) : at
  }
  return src.charAt(at) === ')' ? at + 1 : start
}

function skipSpace(source: string, start: number): number {
  let at = start
  while (/[ \t\n]/.test(source.charAt(at))) {
    at += 1
  }
  return at
}
