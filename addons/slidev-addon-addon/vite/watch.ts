import { relative } from 'node:path'

import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'

import { findRegistrations } from '../markdown/markdown-use.ts'
import type { Registration } from '../markdown/markdown-use.ts'
import { outdatedOption, ruleNotRegistered } from '../markdown/messages.ts'
import { escapeTitle, findHeading } from '../markdown/plain-title.ts'
import { toFileLine } from '../markdown/source-line.ts'
import type { SlideSource } from '../markdown/source-line.ts'
import { readDeckSettings } from './deck-settings.ts'
import type { HeadmatterSource } from './deck-settings.ts'

const SLIDE_RE = /__slidev_(\d+)\.md$/
const TITLE_RENDERER = '/@slidev/title-renderer.md'

/** The part of Vite's configuration that Slidev reads its Markdown options from. */
interface SlidevConfig {
  slidev?: { markdown?: { markdownUses?: unknown; markdownItUses?: unknown } | false }
}

/** What the plugins read of Slidev's options; the names are Slidev's. */
export interface SlidevOptions extends HeadmatterSource {
  data: HeadmatterSource['data'] & { slides: readonly Slide[] }
}

interface Slide extends Pick<SlideInfo, 'title' | 'content'> {
  /** The slide as it stands in its file. */
  source: SlideSource & Pick<SourceSlideInfo, 'filepath'>
}

/**
 * The Vite plugins around the addon's Markdown, which vite.config.ts hands to Slidev's engine.
 *
 * The first one tells it where the deck's slides stand in their files. The second one stops the build
 * if a slide was rendered without it: a deck that prints raw markup is worse than none.
 */
export function watchMarkdown(options: SlidevOptions): Plugin[] {
  let registrations: Registration[] = []

  return [
    {
      name: 'slidev-addon-addon:markdown',
      enforce: 'pre',
      config: {
        order: 'pre',
        handler({ slidev }: SlidevConfig) {
          const markdown = slidev?.markdown || {}
          if (markdown.markdownItUses) {
            throw new Error(outdatedOption('markdownItUses', 'markdownUses'))
          }
          readDeckSettings(options)
          registrations = findRegistrations(markdown.markdownUses)
          for (const registration of registrations) {
            registration.locate = (line, env) => locate(options, line, env)
            registration.readSettings = () => readDeckSettings(options)
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
        if (SLIDE_RE.test(id) && !registrations.some(({ isRegistered }) => isRegistered)) {
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
