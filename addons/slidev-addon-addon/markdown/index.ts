import type { MarkdownExit } from 'markdown-exit'

import { colouredSpans } from './coloured-span.ts'
import { imageAttributes } from './image-attributes.ts'
import type { ReportOptions } from './report.ts'

export { colouredSpans, imageAttributes }
export { PALETTE } from './palette.ts'
export type { ColourPair } from './palette.ts'
export type { ReportOptions } from './report.ts'

/** All of the addon's Markdown: coloured spans and image attributes. */
export function addonMarkdown(md: MarkdownExit, options: ReportOptions = {}): void {
  colouredSpans(md, options)
  imageAttributes(md, options)
}
