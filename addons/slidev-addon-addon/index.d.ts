/*
 * The package's types, for editors and type checkers: its sources are TypeScript, which Vite reads as it
 * is and a strict check of another project does not. tests/unit/addon/public-types.test.ts compares the two.
 */
import type { MarkdownExit } from 'markdown-exit'

/** A colour for light ground and its partner for dark ground, both CSS colours. */
export interface ColourPair {
  light: string
  dark: string
}

/** What an author can set, in a deck's headmatter under `addon`; all optional. */
export interface Settings {
  /**
   * Colours added to the palette or changed in it, by name: `{ brand: '#0a7' }`, or with a colour of
   * its own for dark slides, `{ brand: { light: '#075', dark: '#5fc' } }`.
   */
  colours?: Readonly<Record<string, string | Readonly<ColourPair>>>
  /**
   * Whether a fault such as an unknown colour is an error instead of a warning.
   *
   * @default false
   */
  strict?: boolean
}

/** Options of the addon's Markdown plugins; all optional. */
export interface AddonOptions {
  /** @default console */
  logger?: Pick<Console, 'warn'>
  /**
   * Where a line of the parsed text stands in the author's file, as `slides.md:42`.
   *
   * @param line - 0-based line of the parsed text.
   * @param env - The environment the text was rendered with.
   * @default `line 43` for line 42
   */
  locate?: (line: number, env: unknown) => string
  /** The author's settings. */
  settings?: Settings
}

/** A setting that is not understood. */
export declare class SettingError extends Error {
  constructor(path: readonly string[], value: unknown, expected: string)
  /** Keys that lead to it, such as `['colours', 'brand', 'dark']`. */
  readonly path: readonly string[]
  /** What stands there. */
  readonly value: unknown
  /** What was expected, as a sentence. */
  readonly expected: string
}

/** Names of the palette. */
export declare const PALETTE: readonly string[]

/** All of the addon's Markdown: coloured spans and image attributes. */
export declare function addonMarkdown(md: MarkdownExit, options?: AddonOptions): void

/** Renders `[text]{color=red}` and `[text]<color=red>` as a coloured span. */
export declare function colouredSpans(md: MarkdownExit, options?: AddonOptions): void

/** Gives images the attributes behind them: `![alt](/a.png){width=70% .class #id}`. */
export declare function imageAttributes(md: MarkdownExit, options?: AddonOptions): void
