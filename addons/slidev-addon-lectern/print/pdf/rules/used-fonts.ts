import type { PDFDict } from 'pdf-lib'

import type { Operator } from '../content/read-operators.ts'
import { listCodes, readFontText } from '../content/to-unicode.ts'
import type { FontText } from '../content/to-unicode.ts'

/** A font that text is shown in. */
export interface UsedFont extends FontText {
  /** Codes that are shown, each with the first page that shows it. */
  codes: Map<number, number>
  /** First page that uses it. */
  page: number
}

/** Text that an operator shows. */
export interface ShownText {
  font: UsedFont
  operator: Operator
}

/** Collects the fonts of a PDF and the codes that are shown in them. */
export class UsedFonts {
  readonly fonts = new Map<PDFDict, UsedFont>()
  /** Operators of each font as they are written: words recur, and are read once. */
  readonly #known = new Map<UsedFont, Set<string>>()

  /** Returns a font, which is added on its first use. */
  use(font: PDFDict, page: number): UsedFont {
    const known = this.fonts.get(font)
    if (known) {
      return known
    }
    const used = { ...readFontText(font), codes: new Map<number, number>(), page }
    this.fonts.set(font, used)
    this.#known.set(used, new Set())
    return used
  }

  /** Adds the codes of a text. */
  show({ font, operator }: ShownText, page: number): void {
    const known = this.#known.get(font)
    const written = operator.written
    if (!known || known.has(written)) {
      return
    }
    known.add(written)
    for (const bytes of operator.strings) {
      for (const code of listCodes(font.bytesPerCode, bytes)) {
        if (!font.codes.has(code)) {
          font.codes.set(code, page)
        }
      }
    }
  }
}
