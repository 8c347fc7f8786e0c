import { decodeName, readOperands } from './read-operands.ts'
import type { Operand } from './read-operands.ts'
import { CHAR, isDelimiter, isSpace, skipComment, skipString } from './scan.ts'

/** An operator of a content stream, with its operands. */
export class Operator {
  readonly name: string
  /** Offset of the first operand, or of the name where there is none, in bytes. */
  readonly start: number
  /** Offset behind the name, in bytes. */
  readonly end: number
  readonly #bytes: Uint8Array

  constructor(name: string, start: number, end: number, bytes: Uint8Array) {
    this.name = name
    this.start = start
    this.end = end
    this.#bytes = bytes
  }

  /** Operands in their order, read on each call; none of an inline image, whose name is `EI`. */
  get operands(): readonly Operand[] {
    return this.name === 'EI' ? [] : readOperands(this.#bytes, this.start, this.end)
  }

  /** Operands of an operator that takes numbers and names alone, such as coordinates. */
  get numbers(): readonly number[] {
    return this.#words.map(Number).filter((number) => !Number.isNaN(number))
  }

  /** First operand that is a name, such as that of a font; empty where there is none. */
  get nameOperand(): string {
    const name = this.#words.find((word) => word.startsWith('/'))
    return name === undefined ? '' : decodeName(name.slice(1))
  }

  /** Strings that an operator shows. */
  get strings(): readonly Uint8Array[] {
    return this.operands.flat().filter((operand) => operand instanceof Uint8Array)
  }

  /** The operator with its operands, as they are written. */
  get written(): string {
    const { buffer, byteOffset } = this.#bytes
    const text = Buffer.from(buffer, byteOffset + this.start, this.end - this.start)
    return text.toString('latin1')
  }

  /** Splitting is quicker than reading. */
  get #words(): string[] {
    return this.written.split(/\s+/).slice(0, -1)
  }
}

/** Words that are operands, although they look like operators. */
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** Splits a content stream into its operators. An inline image, from `BI` to its end, is one operator, `EI`. */
export function readOperators(bytes: Uint8Array): Operator[] {
  const operators: Operator[] = []
  // Of the operands that no operator has followed yet.
  let first = -1
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at] ?? 0
    const start = at
    if (isSpace(code)) {
      at += 1
      continue
    }
    if (code === CHAR.percent) {
      at = skipComment(bytes, at)
      continue
    }
    if (isDelimiter(code)) {
      at = skipDelimited(bytes, at)
    } else {
      at = skipWord(bytes, at)
      const name = isNumeric(code) ? '' : nameAt(bytes, start, at)
      if (name !== '' && !CONSTANTS.has(name)) {
        const isImage = name === 'BI'
        at = isImage ? skipInlineImage(bytes, at) : at
        operators.push(new Operator(isImage ? 'EI' : name, first < 0 ? start : first, at, bytes))
        first = -1
        continue
      }
    }
    first = first < 0 ? start : first
  }
  return operators
}

function isNumeric(code: number): boolean {
  return (
    (code >= CHAR.zero && code <= CHAR.nine) ||
    code === CHAR.minus ||
    code === CHAR.point ||
    code === CHAR.plus
  )
}

/** Skips a name, a string, or a bracket of an array or dictionary, whose parts are skipped one by one. */
function skipDelimited(bytes: Uint8Array, start: number): number {
  switch (bytes[start]) {
    case CHAR.openParenthesis: {
      return skipString(bytes, start)
    }
    case CHAR.slash: {
      return skipWord(bytes, start + 1)
    }
    case CHAR.less: {
      return bytes[start + 1] === CHAR.less ? start + 2 : skipTo(bytes, start, CHAR.greater) + 1
    }
    default: {
      return start + 1
    }
  }
}

function skipWord(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && !isSpace(bytes[at] ?? 0) && !isDelimiter(bytes[at] ?? 0)) {
    at += 1
  }
  return at
}

function skipTo(bytes: Uint8Array, start: number, code: number): number {
  const at = bytes.indexOf(code, start)
  return at < 0 ? bytes.length : at
}

/** Returns the end of an inline image: behind an `EI` that stands alone, as image data can contain the letters. */
function skipInlineImage(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(CHAR.E, start); at >= 0; at = bytes.indexOf(CHAR.E, at + 1)) {
    const isAlone = isSpace(bytes[at - 1] ?? 0) && isSpace(bytes[at + 2] ?? CHAR.newline)
    if (bytes[at + 1] === CHAR.I && isAlone) {
      return at + 2
    }
  }
  return bytes.length
}

/** Names of operators by their bytes as a number: there are few, and a stream has thousands of each. */
const NAMES = new Map<number, string>()

/** Longest name whose bytes make a number without loss. */
const MOST_KEYED = 4

function nameAt(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > MOST_KEYED) {
    return String.fromCharCode(...bytes.subarray(start, end))
  }
  let key = 0
  for (let at = start; at < end; at += 1) {
    key = key * 256 + (bytes[at] ?? 0)
  }
  const known = NAMES.get(key)
  if (known !== undefined) {
    return known
  }
  const name = String.fromCharCode(...bytes.subarray(start, end))
  NAMES.set(key, name)
  return name
}
