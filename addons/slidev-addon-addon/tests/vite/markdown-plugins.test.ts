import { parse } from '@slidev/parser/core'
import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit } from 'markdown-exit'
import { build, mergeConfig } from 'vite'
import type { Plugin } from 'vite'
import { afterEach, expect, it, vi } from 'vitest'

import { outdatedOption, ruleNotRegistered, unknownColor } from '../../markdown/messages.ts'
import preparser from '../../setup/preparser.ts'
import { createMarkdownPlugins } from '../../vite/markdown-plugins.ts'
import type { SlidevOptions } from '../../vite/markdown-plugins.ts'
import { createMarkdownUse } from '../../vite/registration.ts'
import { span } from '../markdown/engines.ts'

/** Slidev's Markdown options, as far as the addon touches them. */
interface Markdown {
  markdownUses?: unknown[]
  markdownItUses?: unknown[]
}

const TITLES = '/@slidev/title-renderer.md'
const ROOT = '/talks'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

afterEach(() => warn.mockClear())

it('renders spans and image attributes', async () => {
  const deck = await createDeck('[a]{color=red} ![b](/b.png){width=70%}')
  expect(await buildDeck(deck)).toEqual([
    `<p>${span('red', 'a')} <img src="/b.png" alt="b" width="70%"></p>\n`,
  ])
})

it('works with the plugins of the deck and of other addons in Vite’s joined list', async () => {
  const deck = await createDeck('[a]{color=red} @')
  const own = (md: MarkdownExit) => {
    md.core.ruler.push('own', ({ tokens }) => {
      for (const token of tokens.flatMap(({ children }) => children ?? [])) {
        token.content = token.content.replace('@', 'own')
      }
    })
  }
  const joined = mergeConfig(
    { slidev: { markdown: { markdownUses: [createMarkdownUse()] } } },
    { slidev: { markdown: { markdownUses: [own, [own, {}]] } } },
  )
  expect(await buildDeck(deck, joined.slidev.markdown)).toEqual([
    `<p>${span('red', 'a')} own</p>\n`,
  ])
})

it('adds its rules once, even where it is listed twice', async () => {
  const deck = await createDeck('[a]{color=qwertzuiop} ![b](/b.png){.c}')
  const html = await buildDeck(deck, { markdownUses: [createMarkdownUse(), createMarkdownUse()] })
  expect(html).toEqual(['<p>a <img src="/b.png" alt="b" class="c"></p>\n'])
  expect(warn).toHaveBeenCalledOnce()
})

it('stops the build where a deck replaces the list', async () => {
  const deck = await createDeck('# One\n\n---\n\n[a]{color=red}')
  await expect(buildDeck(deck, { markdownUses: [] })).rejects.toThrow(
    ruleNotRegistered('slides.md'),
  )
})

it('stops the build where Slidev’s Markdown options are replaced', async () => {
  const deck = await createDeck('[a]{color=red}')
  await expect(buildDeck(deck, false)).rejects.toThrow(ruleNotRegistered('slides.md'))
})

it('stops the build where the list never reaches the engine', async () => {
  const deck = await createDeck('[a]{color=red}')
  const uses = [[() => {}, createMarkdownUse()[1]]]
  await expect(buildDeck(deck, { markdownUses: uses })).rejects.toThrow(
    ruleNotRegistered('slides.md'),
  )
})

it('refuses the list under its old name, which Slidev would ignore', async () => {
  const deck = await createDeck('a')
  const markdown = { markdownUses: [createMarkdownUse()], markdownItUses: [() => {}] }
  await expect(buildDeck(deck, markdown)).rejects.toThrow(
    outdatedOption('markdownItUses', 'markdownUses'),
  )
})

it('warns with file and line, on every slide and relative to the deck', async () => {
  const deck = await createDeck(
    '---\ntitle: x\n---\n\n# One\n\n---\nlayout: cover\n---\n\n# Two\n\na\n[b]{color=qwertzuiop}\n\n---\n\n[c]{color=qwertzuiop}\n',
    `${ROOT}/parts/one.md`,
  )
  await buildDeck(deck)
  // Slides are rendered at the same time.
  expect(new Set(warn.mock.calls.flat())).toEqual(
    new Set([
      unknownColor({
        line: 'parts/one.md:14',
        value: 'qwertzuiop',
        span: '[b]{color=qwertzuiop}',
      }),
      unknownColor({
        line: 'parts/one.md:18',
        value: 'qwertzuiop',
        span: '[c]{color=qwertzuiop}',
      }),
    ]),
  )
})

it('colors with the colors of the deck’s headmatter', async () => {
  const deck = await createDeck(
    "---\naddon:\n  colors:\n    brand: '#0a7'\n---\n\n# One\n\n---\n\n[a]{color=brand}",
  )
  expect((await buildDeck(deck))[1]).toContain('--span-light:#0a7;--span-dark:#0a7')
})

it('stops the build at a setting that is not understood, also where no slide has a span', async () => {
  const deck = await createDeck('---\naddon:\n  shades: {}\n---\n\n# One')
  await expect(buildDeck(deck)).rejects.toThrow('slides.md:3: addon.shades is {}.')
})

it('stops the build at an unknown color in strict mode', async () => {
  const deck = await createDeck(
    '---\naddon:\n  strict: true\n---\n\n# One\n\n---\n\n[b]{color=qwertzuiop}',
  )
  await expect(buildDeck(deck)).rejects.toThrow(
    unknownColor({
      line: 'slides.md:10',
      value: 'qwertzuiop',
      span: '[b]{color=qwertzuiop}',
      isStrict: true,
    }),
  )
})

it('shows the plain titles as text in the table of contents', async () => {
  const deck = await createDeck(
    '# [Pros]{color=green}\n\n---\n\n# `<Toc>` and *snake_case*\n\n---\n\n' +
      '# **1. [a](b)** `{{ c }}`\n\n---\n\n# *plain* $a_1$\n\n---\n\n# As *typed*\n\n---\n\n# [Pros]{color=red}',
  )
  const titles = deck.data.slides.map(({ title }) => `<template>\n\n${title}\n\n</template>`)
  const [html] = await buildDeck(deck, undefined, { [TITLES]: titles.join('\n') })
  expect(
    html
      ?.replaceAll(/<\/?template>\n?/g, '')
      .trim()
      .split('\n'),
  ).toEqual([
    '<p>Pros</p>',
    '<p>&lt;Toc&gt; and snake_case</p>',
    '<p>1. a {<!-- -->{ c }}</p>',
    '<p>plain $a_1$</p>',
    '<p>As typed</p>',
    '<p>Pros</p>',
  ])
})

it('leaves titles without Markdown of their own to Slidev', async () => {
  const deck = await createDeck('# 1 > 0 & _x_y\n')
  const typed = '<template>\n\n1 > 0 & _x_y\n\n</template>'
  const [html] = await buildDeck(deck, undefined, { [TITLES]: typed })
  expect(html).toContain('<p>1 &gt; 0 &amp; _x_y</p>')
})

/** Creates Slidev's options for a deck, as far as the addon reads them. */
async function createDeck(markdown: string, file = `${ROOT}/slides.md`): Promise<SlidevOptions> {
  const extensions = await preparser({ filepath: file, headmatter: {}, mode: 'build' })
  const { slides } = await parse(markdown, file, extensions)
  const sources = slides.map((slide) => ({ ...slide, filepath: file }))
  return {
    userRoot: ROOT,
    data: {
      headmatter: { ...slides[0]?.frontmatter },
      entry: { slides: sources },
      slides: sources.map((source) => ({ ...source, source })),
    },
  }
}

/** Builds a deck's slides, or the modules given instead, as Slidev does, and returns their HTML. */
async function buildDeck(
  deck: SlidevOptions,
  markdown: Markdown | false = { markdownUses: [createMarkdownUse()] },
  modules: Record<string, string> = listSlides(deck),
): Promise<string[]> {
  const html = new Map<string, string>()
  // Spread, because a deck may set values that the type of Slidev's options does not allow.
  const slidev: object = { slidev: { markdown } }
  const config = {
    ...slidev,
    configFile: false as const,
    logLevel: 'silent' as const,
    plugins: [imitateSlidev(markdown, modules, html), ...createMarkdownPlugins(deck)],
    build: { write: false, rollupOptions: { input: Object.keys(modules) } },
  }
  await build(config)
  return Object.keys(modules).map((id) => html.get(id) ?? '')
}

function listSlides({ data }: SlidevOptions): Record<string, string> {
  return Object.fromEntries(
    data.slides.map(({ source, content }, index) => [
      `${source.filepath}__slidev_${index + 1}.md`,
      content,
    ]),
  )
}

/** Imitates Slidev: sets up one engine with its Markdown options at once, and renders slides with it. */
function imitateSlidev(
  markdown: Markdown | false,
  modules: Record<string, string>,
  html: Map<string, string>,
): Plugin {
  const md = createMarkdownExit({ html: true, linkify: true })
  const { markdownUses = [] } = markdown || {}
  for (const use of markdownUses) {
    const [plugin, options]: unknown[] = Array.isArray(use) ? use : [use]
    if (typeof plugin === 'function') {
      plugin(md, options)
    }
  }
  return {
    name: 'slidev',
    resolveId: (id) => (id in modules ? id : null),
    load: (id) => modules[id],
    transform: async (code, id) => {
      if (!(id in modules)) {
        return null
      }
      html.set(id, await md.renderAsync(code, { id }))
      return 'export default 1'
    },
  }
}
