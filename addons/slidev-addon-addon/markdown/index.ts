import type { MarkdownExit } from 'markdown-exit'

import { colouredSpans } from './coloured-span.ts'
import { imageAttributes } from './image-attributes.ts'
import type { AddonOptions } from './options.ts'

export { colouredSpans, imageAttributes }
export type { AddonOptions } from './options.ts'
export { PALETTE } from './palette.ts'
export type { ColourPair } from './palette.ts'
export { SettingError } from './settings.ts'
export type { Settings } from './settings.ts'

/** All of the addon's Markdown: coloured spans and image attributes. */
export function addonMarkdown(md: MarkdownExit, options: AddonOptions = {}): void {
  colouredSpans(md, options)
  imageAttributes(md, options)
}
