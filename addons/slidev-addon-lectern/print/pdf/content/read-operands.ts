import { CHAR, isDelimiter, isSpace, skipComment, skipString } from './scan.ts'

/** An operand: a number, a name without its slash, the bytes of a string, an array, a dictionary or a constant. */
export type Operand =
  | number
  | string
  | Uint8Array
  | readonly Operand[]
  | ReadonlyMap<string, Operand>
  | boolean
  | null

/** Reads the operands of one operator. */
export function readOperands(bytes: Uint8Array, start: number, end: number): Operand[] {
  const reader = new OperandReader(bytes, start, end)
  return reader.readAll()
}

/** Values of the words that are operands. */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

class OperandReader {
  readonly #bytes: Buffer
  readonly #end: number
  #at: number

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#at = start
    this.#end = end
  }

  /** Reads up to the end, a closing bracket, or the operator itself, which is no operand. */
  readAll(): Operand[] {
    const operands: Operand[] = []
    for (;;) {
      const operand = this.#read()
      if (operand === undefined) {
        return operands
      }
      operands.push(operand)
    }
  }

  #read(): Operand | undefined {
    this.#skipSpace()
    if (this.#at >= this.#end) {
      return undefined
    }
    switch (this.#bytes[this.#at]) {
      case CHAR.slash: {
        this.#at += 1
        return decodeName(this.#readWord())
      }
      case CHAR.openParenthesis: {
        const start = this.#at
        this.#at = skipString(this.#bytes, start)
        return decodeLiteral(this.#bytes.subarray(start + 1, this.#at - 1))
      }
      case CHAR.openBracket: {
        this.#at += 1
        return this.readAll()
      }
      case CHAR.less: {
        return this.#bytes[this.#at + 1] === CHAR.less ? this.#readDictionary() : this.#readHex()
      }
      case CHAR.greater:
      case CHAR.closeBracket: {
        this.#at += this.#bytes[this.#at + 1] === CHAR.greater ? 2 : 1
        return undefined
      }
      default: {
        const word = this.#readWord()
        if (word === '') {
          // A stray bracket.
          this.#at += 1
          return undefined
        }
        const constant = CONSTANTS.get(word)
        const number = Number(word)
        return constant ?? (word === 'null' ? null : Number.isNaN(number) ? undefined : number)
      }
    }
  }

  /** Skips white space and comments. */
  #skipSpace(): void {
    for (let code = this.#bytes[this.#at]; code !== undefined; code = this.#bytes[this.#at]) {
      if (code === CHAR.percent) {
        this.#at = skipComment(this.#bytes, this.#at)
      } else if (isSpace(code)) {
        this.#at += 1
      } else {
        return
      }
    }
  }

  #readWord(): string {
    const start = this.#at
    const isPart = (code: number): boolean => !isSpace(code) && !isDelimiter(code)
    while (this.#at < this.#end && isPart(this.#bytes[this.#at] ?? 0)) {
      this.#at += 1
    }
    return this.#bytes.toString('latin1', start, this.#at)
  }

  #readDictionary(): ReadonlyMap<string, Operand> {
    this.#at += 2
    const parts = this.readAll()
    const entries = parts.flatMap((key, index): [string, Operand][] => {
      const value = parts[index + 1]
      return index % 2 === 0 && typeof key === 'string' && value !== undefined ? [[key, value]] : []
    })
    return new Map(entries)
  }

  #readHex(): Uint8Array {
    const end = this.#bytes.indexOf(CHAR.greater, this.#at)
    const digits = this.#bytes.toString('latin1', this.#at + 1, end).replace(/\s/g, '')
    this.#at = end + 1
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  }
}

/** Decodes `#20` in a name. */
export function decodeName(name: string): string {
  return name.replace(/#([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Characters behind a backslash that stand for another one. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

// `\n`, `\053`, `\` before a line break, `\(`
const ESCAPE_RE = /\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g

/** Returns the bytes of a string in parentheses, without its escapes. */
function decodeLiteral(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const decoded = text.replace(ESCAPE_RE, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) {
      return String.fromCharCode(Number.parseInt(octal, 8) % 256)
    }
    return letter === undefined || /[\r\n]/.test(letter) ? '' : (ESCAPES[letter] ?? letter)
  })
  return Buffer.from(decoded, 'latin1')
}
