import type { MarkdownExit } from 'markdown-exit'

import { coloredSpans } from './colored-span.ts'
import { imageAttributes } from './image-attributes.ts'
import type { AddonOptions } from './settings.ts'

export { coloredSpans, imageAttributes }
/** @deprecated Renamed to {@link coloredSpans}. */
export { coloredSpans as colouredSpans }
export { PALETTE } from './palette.ts'
export type { ColorPair } from './palette.ts'
export { SettingError } from './settings.ts'
export type { AddonOptions, Settings } from './settings.ts'

/** Adds all of the addon's Markdown: colored spans and image attributes. */
export function addonMarkdown(md: MarkdownExit, options: AddonOptions = {}): void {
  coloredSpans(md, options)
  imageAttributes(md, options)
}
