import { relative } from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { MarkdownExit } from 'markdown-exit'
import type { Plugin } from 'vite'

import { hasColouredSpans } from './coloured-span'
import { addonMarkdown } from './index'
import { ruleNotRegistered } from './messages'
import { escapeTitle, findHeading } from './plain-title'
import type { ReportOptions } from './report'
import { toFileLine } from './source-line'

const SLIDE_RE = /__slidev_(\d+)\.md$/
const TITLE_RENDERER = '/@slidev/title-renderer.md'

type MarkdownSetup = (md: MarkdownExit) => unknown

/** The part of Vite's configuration that Slidev reads its Markdown options from. */
interface SlidevConfig {
  slidev?: { markdown?: { markdownSetup?: MarkdownSetup } }
}

/** What the plugins read of Slidev's options. */
type SlidevOptions = Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>

/**
 * The Vite plugins that bring the addon's Markdown into Slidev's engine.
 *
 * `slidev.markdown.markdownSetup` is a single function: what the deck or another addon sets there
 * replaces what came before. The first plugin therefore wraps whatever function it finds, late
 * enough to find it and early enough for Slidev to see the wrapper. Since that leans on Slidev's
 * internals, the second one stops the build if a slide was rendered without the rule.
 */
export function registerMarkdown(options: SlidevOptions): Plugin[] {
  const reporting: ReportOptions = { locate: (line, env) => locate(options, line, env) }
  let isRegistered = false

  return [
    {
      name: 'slidev-addon-addon:markdown',
      enforce: 'pre',
      config: {
        order: 'pre',
        handler(config: SlidevConfig) {
          const markdown = config.slidev?.markdown
          if (markdown) {
            const previous = markdown.markdownSetup
            markdown.markdownSetup = async (md) => {
              await previous?.(md)
              addonMarkdown(md, reporting)
              isRegistered = hasColouredSpans(md)
            }
          }
        },
      },
      transform: {
        order: 'pre',
        handler: (code, id) => (id === TITLE_RENDERER ? escapeTitles(code, options) : null),
      },
    },
    {
      name: 'slidev-addon-addon:check',
      enforce: 'post',
      transform(_code, id) {
        if (!isRegistered && SLIDE_RE.test(id)) {
          this.error(ruleNotRegistered(fileOf(options, id)))
        }
        return null
      },
    },
  ]
}

/** `slides.md:42` for a line of a slide's text; the slide is named by its module id. */
function locate(options: SlidevOptions, line: number, env: unknown): string {
  const id = typeof env === 'object' && env !== null && 'id' in env ? String(env.id) : ''
  const slide = options.data.slides[Number(SLIDE_RE.exec(id)?.[1]) - 1]
  return slide
    ? `${fileOf(options, slide.source.filepath)}:${toFileLine(slide.source, line)}`
    : `line ${line + 1}`
}

/** A slide's file as the author names it: relative to the deck. */
function fileOf(options: SlidevOptions, id: string): string {
  return relative(options.userRoot, id.replace(SLIDE_RE, '')).replaceAll('\\', '/')
}

/**
 * Slidev renders the titles of its table of contents as Markdown; a plain title is escaped there, so
 * that `<Toc>` or `snake_case` stays what it is.
 */
function escapeTitles(code: string, options: SlidevOptions): string {
  let escaped = code
  for (const { title, content } of options.data.slides) {
    if (title && title !== findHeading(content)) {
      escaped = escaped.replace(`\n\n${title}\n\n`, () => `\n\n${escapeTitle(title)}\n\n`)
    }
  }
  return escaped
}
