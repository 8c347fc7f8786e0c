import type { PDFRef } from 'pdf-lib'

import type { Operator } from './read-operators.ts'
import { readOperatorText } from './to-unicode.ts'
import type { FontText } from './to-unicode.ts'

/** A piece of content that the browser marked as one; its East Asian text is another one than the rest. */
export class Piece {
  /** Page or form that paints it. */
  readonly stream: PDFRef
  readonly isEastAsian: boolean
  hasImage = false
  /** Whether it has lines or areas, such as a background. */
  hasShapes = false
  #shown: (Shown | typeof LINE_BREAK)[] = []

  constructor(stream: PDFRef, isEastAsian: boolean) {
    this.stream = stream
    this.isEastAsian = isEastAsian
  }

  get hasText(): boolean {
    return this.#shown.some((shown) => shown !== LINE_BREAK)
  }

  /** Whether it has no text but spaces. */
  get isBlank(): boolean {
    return this.#shown.every((shown) => shown === LINE_BREAK || readShown(shown).trim() === '')
  }

  /** Its text, lines separated by a space. */
  get text(): string {
    const parts = this.#shown.map((shown) => (shown === LINE_BREAK ? ' ' : readShown(shown)))
    return parts.join('').replace(/\s+/g, ' ')
  }

  /** Adds text that an operator shows in a font. */
  show(shown: Shown): void {
    this.#shown.push(shown)
  }

  /** Takes back text that was added. */
  forget(shown: Shown): void {
    this.#shown = this.#shown.filter((each) => each !== shown)
  }

  /** Begins another line. */
  breakLine(): void {
    this.#shown.push(LINE_BREAK)
  }
}

/** An operator that shows text, and its font; or the text that stands for what several show. */
export type Shown = { operator: Operator; font?: FontText } | { text: string }

const LINE_BREAK = Symbol('line break')

/** Returns the text that is shown. */
export function readShown(shown: Shown): string {
  if ('text' in shown) {
    return shown.text
  }
  const { operator, font } = shown
  return font ? readOperatorText(font, operator) : ''
}
