import { parse, resolveConfig } from '@slidev/parser/core'
import { describe, expect, it } from 'vitest'

import setup from '../setup/preparser.ts'

type Headmatter = Record<string, unknown>

/** Loads a deck as Slidev does; returns the frontmatter of each slide. */
async function loadFrontmatter(markdown: string): Promise<Headmatter[]> {
  const extensions = await setup({ headmatter: {}, filepath: 'slides.md' })
  const { slides } = await parse(markdown, 'slides.md', extensions)
  return slides.map((slide) => slide.frontmatter)
}

async function loadHeadmatter(markdown: string): Promise<Headmatter> {
  const [headmatter] = await loadFrontmatter(markdown)
  return headmatter ?? {}
}

describe('the defaults of the deck', () => {
  it('fill in what a deck without headmatter does not say', async () => {
    expect(await loadHeadmatter('# Talk')).toEqual({
      favicon: '/favicon.svg',
      fonts: {
        provider: 'none',
        sans: 'Inter Variable, Noto Sans TC Variable',
        mono: 'JetBrains Mono Variable, Noto Sans TC Variable',
      },
      titleTemplate: '%s',
      lang: 'en',
      canvasWidth: 976,
    })
  })

  it('are what Slidev then takes in place of its own', async () => {
    const config = resolveConfig(await loadHeadmatter('# Talk'))
    expect(config.fonts.provider).toBe('none')
    expect(config.favicon).not.toMatch(/^https?:/)
  })

  it.each([
    ['favicon', 'favicon: /own.svg', '/own.svg'],
    ['titleTemplate', 'titleTemplate: "%s - Lab"', '%s - Lab'],
    ['lang', 'lang: zh-Hant', 'zh-Hant'],
    ['title', 'title: Own', 'Own'],
    ['canvasWidth', 'canvasWidth: 1280', 1280],
  ])('leave %s alone where the headmatter says "%s"', async (key, line, value) => {
    const headmatter = await loadHeadmatter(`---\n${line}\n---\n\n# Talk`)
    expect(headmatter[key]).toBe(value)
  })

  it('leave the rest to the defaults where the headmatter says one thing', async () => {
    const headmatter = await loadHeadmatter('---\nlang: zh-Hant\n---\n\n# Talk')
    expect(headmatter).toMatchObject({ lang: 'zh-Hant', favicon: '/favicon.svg' })
  })

  it('leave the fonts alone of a deck that names their provider', async () => {
    const fonts = { provider: 'google', sans: 'Lato' }
    const headmatter = await loadHeadmatter(`---\nfonts: ${JSON.stringify(fonts)}\n---\n\n# Talk`)
    expect(headmatter['fonts']).toEqual(fonts)
  })

  it('fetch no font where the headmatter names a font and no provider', async () => {
    const headmatter = await loadHeadmatter('---\nfonts:\n  sans: Georgia\n---\n\n# Talk')
    expect(headmatter['fonts']).toEqual({
      provider: 'none',
      sans: 'Georgia',
      mono: 'JetBrains Mono Variable, Noto Sans TC Variable',
    })
  })

  it('are given to the first slide only', async () => {
    const deck = '# Talk\n\n---\n\n# Outline\n\n---\nlayout: cover\n---\n\n# Problem'
    const [, ...others] = await loadFrontmatter(deck)
    expect(others).toEqual([{}, { layout: 'cover' }])
  })

  it('are given anew each time the deck is loaded', async () => {
    const [first, second] = [await loadHeadmatter('# Talk'), await loadHeadmatter('# Talk')]
    expect(second).toEqual(first)
  })

  it('change no slide and no note', async () => {
    const extensions = await setup({ headmatter: {}, filepath: 'slides.md' })
    const { slides } = await parse('# Talk\n\nText\n\n<!-- Note -->', 'slides.md', extensions)
    expect(slides).toMatchObject([{ content: '# Talk\n\nText', note: 'Note' }])
  })
})
