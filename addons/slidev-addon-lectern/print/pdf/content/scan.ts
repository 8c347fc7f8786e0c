/** Codes of the characters that have a meaning in a content stream. */
export const CHAR = {
  newline: 0x0a,
  return: 0x0d,
  percent: 0x25,
  openParenthesis: 0x28,
  closeParenthesis: 0x29,
  plus: 0x2b,
  minus: 0x2d,
  point: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  less: 0x3c,
  greater: 0x3e,
  E: 0x45,
  I: 0x49,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
} as const

const SPACES: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS: ReadonlySet<number> = new Set(Buffer.from('()<>[]{}/%'))

const IS_SPACE = Array.from({ length: 256 }, (_, code) => SPACES.has(code))
const IS_DELIMITER = Array.from({ length: 256 }, (_, code) => DELIMITERS.has(code))

/** Tells whether a byte is white space in a PDF. */
export function isSpace(code: number): boolean {
  return IS_SPACE[code] === true
}

/** Tells whether a byte ends a word in a PDF. */
export function isDelimiter(code: number): boolean {
  return IS_DELIMITER[code] === true
}

/** Returns the end of a comment. */
export function skipComment(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== CHAR.newline && bytes[at] !== CHAR.return) {
    at += 1
  }
  return at
}

/** Returns the end of a string in parentheses, which may be nested and escaped. */
export function skipString(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at]
    if (code === CHAR.backslash) {
      at += 1
    } else if (code === CHAR.openParenthesis) {
      depth += 1
    } else if (code === CHAR.closeParenthesis) {
      depth -= 1
      if (depth === 0) {
        return at + 1
      }
    }
  }
  return bytes.length
}
