import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline } from 'markdown-exit'
import MarkdownIt from 'markdown-it'

import { addonMarkdown, coloredSpans } from '../../markdown/index.ts'

const OPTIONS = { html: true, linkify: true }

/** Creates a Markdown engine without plugins. */
export type CreateEngine = () => MarkdownExit

/** Both engines the addon runs on, with Slidev's options. */
export const ENGINES: [name: string, create: CreateEngine][] = [
  ['markdown-exit', () => createMarkdownExit(OPTIONS)],
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same interface with types of its own
  ['markdown-it', () => new MarkdownIt(OPTIONS) as unknown as MarkdownExit],
]

/** Adds rules that a deck's engine has besides the addon's: inline math and footnote references. */
export function addNeighbors(md: MarkdownExit): MarkdownExit {
  md.inline.ruler.after('escape', 'math_inline', createRule(/\$[^$\n]+\$/y, 'math'))
  md.inline.ruler.after('image', 'footnote_ref', createRule(/\[\^[^\]]+\]/y, 'sup'))
  return md
}

/** Renders a text and collects its warnings. */
export function render(
  md: MarkdownExit,
  source: string,
  plugin: typeof coloredSpans = addonMarkdown,
): { html: string; warnings: string[] } {
  const warnings: string[] = []
  plugin(md, { logger: { warn: (text: string) => warnings.push(text) } })
  return { html: md.render(source).trim(), warnings }
}

/**
 * Renders texts one after the other on one engine, as Slidev does with the slides of a deck. A new
 * engine for each text would take longer than the text.
 */
export function createRenderer(
  md: MarkdownExit,
): (source: string) => { html: string; warnings: string[] } {
  let warnings: string[] = []
  let texts = 0
  // Gives each text another place, because a warning is logged once for each place.
  const locate = (): string => `text ${texts}`
  addonMarkdown(md, { logger: { warn: (text: string) => warnings.push(text) }, locate })
  return (source) => {
    warnings = []
    texts += 1
    const html = md.render(source).trim()
    return { html, warnings }
  }
}

/** HTML of a span in a palette color. */
export function span(color: string, text: string, classes = '', id = ''): string {
  const style = `--span-light:var(--addon-${color}-light);--span-dark:var(--addon-${color}-dark)`
  return `<span class="colored-span${classes && ` ${classes}`}" style="${style}"${id && ` id="${id}"`}>${text}</span>`
}

/** HTML of a span in a color that is the same on light and dark slides. */
export function plainSpan(color: string, text: string): string {
  return `<span class="colored-span" style="--span-light:${color};--span-dark:${color}">${text}</span>`
}

function createRule(pattern: RegExp, tag: string): RuleInline {
  return (state, silent) => {
    pattern.lastIndex = state.pos
    const match = pattern.exec(state.src)?.[0]
    if (!match) {
      return false
    }
    if (!silent) {
      state.push(`${tag}_open`, tag, 1)
      state.push('text', '', 0).content = match
      state.push(`${tag}_close`, tag, -1)
    }
    state.pos += match.length
    return true
  }
}
