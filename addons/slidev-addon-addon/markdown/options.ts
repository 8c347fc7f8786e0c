import type { SettingsSource } from './settings.ts'

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
  settings?: SettingsSource
}
