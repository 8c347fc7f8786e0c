import type { MarkdownExit } from 'markdown-exit'

import { colouredSpans } from './coloured-span'
import { imageAttributes } from './image-attributes'
import type { ReportOptions } from './report'

export { colouredSpans, imageAttributes }
export { PALETTE } from './palette'
export type { ColourPair } from './palette'
export type { ReportOptions } from './report'

/** All of the addon's Markdown: coloured spans and image attributes. */
export function addonMarkdown(md: MarkdownExit, options: ReportOptions = {}): void {
  colouredSpans(md, options)
  imageAttributes(md, options)
}
