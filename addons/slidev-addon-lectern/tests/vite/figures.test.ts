import { createHash } from 'node:crypto'
import { join } from 'node:path'

import type { NodeTransform } from '@vue/compiler-core'
import { compile } from '@vue/compiler-dom'
import { describe, expect, it } from 'vitest'

import { createLiveFigures } from '../../vite/figures.ts'
import { writeFolder } from '../harness/decks.ts'

const SLIDE = '/deck/slides.md__slidev_2.md'

/** Creates the plugin for a deck with these files. */
function openDeck(files: Record<string, string>, command: 'serve' | 'build' = 'build') {
  const root = writeFolder(files)
  const { plugin, transform } = createLiveFigures()
  const { configResolved, resolveId, load } = plugin
  if (
    typeof configResolved !== 'function' ||
    typeof resolveId !== 'function' ||
    typeof load !== 'function'
  ) {
    throw new TypeError('The plugin does not read the configuration, or loads no module.')
  }
  Reflect.apply(configResolved, undefined, [{ command, root, publicDir: join(root, 'public') }])
  return {
    transform,
    /** Returns the code of what stands in for an image; nothing where the image itself is served. */
    standIn: (address: string): string | undefined => {
      const id: unknown = Reflect.apply(resolveId, undefined, [address])
      return typeof id === 'string' ? Reflect.apply(load, undefined, [id]) : undefined
    },
    /** Returns the code of the module that lists the live figures. */
    module: (): string => Reflect.apply(load, undefined, ['\0virtual:lectern-figures']),
  }
}

function compileSlide(template: string, transform: NodeTransform, filename = SLIDE): string {
  const nodeTransforms = [transform]
  return compile(template, { mode: 'module', filename, nodeTransforms }).code
}

function record(entries: Record<string, string>): string {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const known = Object.entries(entries).map(([name, image]) => [name, { sha256: hash(image) }])
  return JSON.stringify(Object.fromEntries(known))
}

describe('an image of a figure', () => {
  const openAges = () => openDeck({ 'figures/ages/ages.vue': '', 'figures/parts/Bar.vue': '' })

  it('becomes the figure, with all its attributes', () => {
    const code = compileSlide(
      '<img src="/ages.png" alt="Ages" class="w-80" steps>',
      openAges().transform,
    )
    expect(code).toContain('_component_LecternFigure')
    for (const attribute of ['src: "/ages.png"', 'alt: "Ages"', 'class: "w-80"', 'steps: ""']) {
      expect(code).toContain(attribute)
    }
    expect(code).toContain('figure: "ages"')
  })

  it.each([
    ['without a figure', '<img src="/sea.png">'],
    ['of a part of figures', '<img src="/Bar.png">'],
    ['in a folder', '<img src="/old/ages.png">'],
    ['of another host', '<img src="https://example.com/ages.png">'],
    ['of another format', '<img src="/ages.jpg">'],
    ['named by a script', '<img :src="\'/ages.png\'">'],
    ['of a video', '<video poster="/ages.png"></video>'],
  ])('stays an image: one %s', (_, template) => {
    expect(compileSlide(template, openAges().transform)).not.toContain('LecternFigure')
  })

  it('stays an image outside of slides, where no clicks are', () => {
    const foot = '/deck/components/Foot.vue'
    const code = compileSlide('<img src="/ages.png">', openAges().transform, foot)
    expect(code).not.toContain('LecternFigure')
  })

  it('is still an image for the other transforms', () => {
    const seen: string[] = []
    const note: NodeTransform = (node) => {
      if ('tag' in node) {
        seen.push(node.tag)
      }
    }
    const nodeTransforms = [openAges().transform, note]
    compile('<p><img src="/ages.png"></p>', { mode: 'module', filename: SLIDE, nodeTransforms })
    expect(seen).toEqual(['p', 'img'])
  })
})

describe('the list of live figures', () => {
  it('has the figures whose images are as they were drawn, and no others', () => {
    const { module } = openDeck({
      'figures/drawn/drawn.vue': '',
      'figures/replaced/replaced.vue': '',
      'figures/unrecorded/unrecorded.vue': '',
      'figures/removed/removed.vue': '',
      'public/drawn.png': 'drawn',
      'public/replaced.png': 'a photo',
      'public/unrecorded.png': 'unrecorded',
      'public/gone.png': 'gone',
      'figures/rendered.json': record({
        drawn: 'drawn',
        replaced: 'replaced',
        removed: 'removed',
        gone: 'gone',
      }),
    })
    const names = Array.from(module().matchAll(/"(\w+)": \{/g), ([, name]) => name)
    expect(names).toEqual(['drawn'])
  })

  it('is empty in a deck without figures', () => {
    expect(openDeck({ 'slides.md': '# One' }).module()).toBe('export const FIGURES = {\n\n}\n')
  })
})

describe('an image that is not drawn yet', () => {
  const files = {
    'figures/ages/ages.vue': '',
    'figures/drawn/drawn.vue': '',
    'public/drawn.png': 'drawn',
  }

  it('is a draft under the development server, which says how it is drawn', () => {
    const { standIn } = openDeck(files, 'serve')
    expect(decodeURIComponent(standIn('/ages.png') ?? '')).toContain('npx lectern figures ages')
    expect(standIn('/drawn.png')).toBeUndefined()
    expect(standIn('/photo.png')).toBeUndefined()
  })

  it('is missing in a build, which tells it', () => {
    expect(openDeck(files).standIn('/ages.png')).toBeUndefined()
  })
})
