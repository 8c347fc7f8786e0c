import { SLIDE_ADDRESS } from './links.ts'

/**
 * First character of a label that stands for a hint; its index follows. The browser writes an element's label into the
 * PDF as alternative text, which is the only way to tell there what an element is.
 */
export const HINT_MARK = '\u{E0F0}'

/** Address of the links that keep empty cells of tables: the browser leaves out elements without content. */
export const EMPTY_CELL = `${SLIDE_ADDRESS}0#cell`

/** Place of an element that is seen, in CSS px from the upper left corner of its slide. */
export interface HintBox {
  /** 0-based place of the slide's element among those of all slides and click steps. */
  root: number
  slide: number
  left: number
  top: number
  width: number
  height: number
}

/** An image whose author neither described it nor called it decoration. */
export interface UnnamedImage {
  address: string
  /** Number among the images of the slide with this address, from 0. */
  nth: number
}

/** Tells of an element what the browser does not write into the PDF. */
export type ReaderHint =
  /** A slide, with the texts that are seen on it, but for those of its formulas and figures. */
  | { kind: 'slide'; slide: number; texts: readonly string[] }
  /** A formula, with its source in TeX. */
  | { kind: 'formula'; tex: string; box?: HintBox }
  /** A picture, with its alternative text. */
  | { kind: 'figure'; alt: string; box?: HintBox; unnamed?: UnnamedImage }
  /** A drawing without a name, with its labels. */
  | { kind: 'diagram'; alt: string; box?: HintBox }
  /** A part of a figure that has no words of its own. */
  | { kind: 'drawing' }
  | { kind: 'footnote' }

/** A link, as its author describes it: in the PDF, its words are in the order of painting. */
export interface LinkName {
  /** Full address; empty where it leads to another slide. */
  address: string
  words: string
  /** Its label, or else its words, or else its title. */
  name: string
}

/** Tells of a page what the browser does not write into the PDF. */
export interface ReaderHints {
  /** By the number in the label of their element. */
  elements: readonly ReaderHint[]
  links: readonly LinkName[]
}
