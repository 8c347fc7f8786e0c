import { relative } from 'node:path'

import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'

import { outdatedOption, ruleNotRegistered } from '../markdown/messages.ts'
import { escapeTitle, findHeading } from '../markdown/plain-title.ts'
import { countBreaks } from '../markdown/report.ts'
import { readDeckSettings } from './deck-settings.ts'
import type { HeadmatterSource } from './deck-settings.ts'
import { findRegistrations } from './registration.ts'
import type { Registration } from './registration.ts'

const SLIDE_RE = /__slidev_(\d+)\.md$/
const FRONTMATTER_RE = /^---.*\r?\n[\s\S]*?---|^\s*```ya?ml[\s\S]*?```/
const TITLE_RENDERER = '/@slidev/title-renderer.md'

/** The part of Vite's configuration that holds Slidev's Markdown options. */
interface SlidevConfig {
  slidev?: { markdown?: { markdownUses?: unknown; markdownItUses?: unknown } | false }
}

/** The part of Slidev's options that the plugins read; the names are Slidev's. */
export interface SlidevOptions extends HeadmatterSource {
  data: HeadmatterSource['data'] & { slides: readonly Slide[] }
}

interface Slide extends Pick<SlideInfo, 'title' | 'content'> {
  source: SlideSource
}

/** A slide in its file: `raw` holds its lines with frontmatter, `start` is their first, 0-based. */
type SlideSource = Pick<SourceSlideInfo, 'filepath' | 'raw' | 'start'>

/**
 * Creates the Vite plugins for the addon's Markdown, which vite.config.ts passes to Slidev's engine.
 *
 * The first one gives it the deck's settings and the places of its slides. The second one stops the
 * build if a slide was rendered without it, because its markup would be shown as typed.
 */
export function createMarkdownPlugins(options: SlidevOptions): Plugin[] {
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

/** Returns `slides.md:42` for a line of a slide's text; `env` holds the id of the slide's module. */
function locate(options: SlidevOptions, line: number, env: unknown): string {
  const id = typeof env === 'object' && env !== null && 'id' in env ? String(env.id) : ''
  const slide = options.data.slides[Number(SLIDE_RE.exec(id)?.[1]) - 1]
  return slide
    ? `${fileOf(options, slide.source.filepath)}:${toFileLine(slide.source, line)}`
    : `line ${line + 1}`
}

/**
 * Returns the line of the author's file for a line of a slide's text. The text is trimmed and has no
 * frontmatter, so the two differ.
 *
 * @param line - 0-based line of the text, such as `token.map[0]`.
 * @returns 1-based line of the file, as editors count.
 */
export function toFileLine({ raw, start }: Omit<SlideSource, 'filepath'>, line: number): number {
  const frontmatter = FRONTMATTER_RE.exec(raw)?.[0] ?? ''
  const contentStart = raw.slice(frontmatter.length).search(/\S/)
  const before = raw.slice(0, frontmatter.length + Math.max(contentStart, 0))
  return start + countBreaks(before) + line + 1
}

/** Returns the path of a slide's file relative to the deck's folder. */
function fileOf(options: SlidevOptions, id: string): string {
  return relative(options.userRoot, id.replace(SLIDE_RE, '')).replaceAll('\\', '/')
}

/**
 * Escapes plain titles in the module of the table of contents. Slidev renders titles as Markdown there,
 * which would change `<Toc>` or `snake_case`.
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
