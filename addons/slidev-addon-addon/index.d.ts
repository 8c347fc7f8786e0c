/*
 * Types of the package. Its sources are TypeScript, which Vite reads as it is but which fail another
 * project's strict check. tests/public-types.test.ts compares these types with the sources.
 */
import type { MarkdownExit } from 'markdown-exit'

/** A color for a light background and its partner for a dark one, both CSS colors. */
export interface ColorPair {
  light: string
  dark: string
}

/** Settings that an author can type in a deck's headmatter under `addon`; all optional. */
export interface Settings {
  /**
   * Colors by name, which are added to the palette or replace its own: `{ brand: '#0a7' }`, or with
   * another color on dark slides, `{ brand: { light: '#075', dark: '#5fc' } }`.
   */
  colors?: Readonly<Record<string, string | Readonly<ColorPair>>>
  /** The same as `colors`, under its old name. Both together are an error. */
  colours?: Settings['colors']
  /**
   * Whether an unknown color or a refused attribute is an error instead of a warning.
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
   * Returns the place of a line in the author's file, such as `slides.md:42`.
   *
   * @param line - 0-based line of the parsed text.
   * @param env - The environment the text is rendered with.
   * @default `line 43` for line 42
   */
  locate?: (line: number, env: unknown) => string
  /** The author's settings. */
  settings?: Settings
}

/** Thrown for a setting that is not understood. */
export declare class SettingError extends Error {
  constructor(path: readonly string[], value: unknown, expected: string)
  /** Keys that lead to it, such as `['colors', 'brand', 'dark']`. */
  readonly path: readonly string[]
  /** The value as typed. */
  readonly value: unknown
  /** The expected value, as a sentence. */
  readonly expected: string
}

/** Names of the palette. */
export declare const PALETTE: readonly string[]

/** Adds all of the addon's Markdown: colored spans and image attributes. */
export declare function addonMarkdown(md: MarkdownExit, options?: AddonOptions): void

/** Renders `[text]{color=red}` and `[text]<color=red>` as a colored span, `[text](/url){color=red}` as a colored link. */
export declare function coloredSpans(md: MarkdownExit, options?: AddonOptions): void

/** @deprecated Renamed to {@link coloredSpans}. */
export declare function colouredSpans(md: MarkdownExit, options?: AddonOptions): void

/** Gives an image the attributes typed after it: `![alt](/a.png){width=70% .class #id}`. */
export declare function imageAttributes(md: MarkdownExit, options?: AddonOptions): void
