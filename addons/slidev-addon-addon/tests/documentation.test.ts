import { existsSync, readFileSync, statSync } from 'node:fs'

import { parse as parseSlides } from '@slidev/parser/core'
import { createMarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'

import { PALETTE } from '../markdown/palette.ts'
import { checkSettings } from '../markdown/settings.ts'
import { render } from './markdown/engines.ts'

const ADDON = 'addons/slidev-addon-addon'
const README = readFileSync(`${ADDON}/README.md`, 'utf8')
const LARGEST_PICTURE = 60_000

interface Manifest {
  engines: Record<string, string>
  peerDependencies: Record<string, string>
  dependencies: Record<string, string>
}

describe('the README', () => {
  it('shows syntax that is understood', () => {
    const typed = Array.from(
      README.matchAll(/`(!?\[[^`]*\](?:\(\S+\))?[{<][^`]+[}>])`/g),
      ([, each = '']) => each,
    )
    expect(typed.length).toBeGreaterThanOrEqual(5)
    for (const each of typed) {
      const { html, warnings } = render(createMarkdownExit({ html: true }), each)
      expect({ each, warnings, html }).toEqual({
        each,
        warnings: [],
        html: expect.stringMatching(/colored-span|<img [^>]*(?:width="70%"|steps="")/),
      })
    }
  })

  it('shows settings that are understood, and names all of them', async () => {
    const [, yaml = ''] = /```yaml\n(addon:\n[^`]+)```/.exec(README) ?? []
    const { slides } = await parseSlides(`---\n${yaml}---\n`, 'slides.md')
    const settings = checkSettings(slides[0]?.frontmatter['addon'])
    expect([...settings.colors.keys()]).toEqual(['brand', 'accent'])
    expect(settings.strict).toBe(true)
    expect(README).toContain('| `colors` |')
    expect(README).toContain('| `strict`')
  })

  it('has pictures, each a small PNG with a text of its own', () => {
    const pictures = Array.from(README.matchAll(/!\[([^\]]+)\]\((pictures\/[^)]+\.png)\)/g))
    expect(new Set(pictures.map(([, text]) => text)).size).toBe(4)
    for (const [, , path = ''] of pictures) {
      expect(statSync(`${ADDON}/${path}`).size).toBeLessThan(LARGEST_PICTURE)
      expect(readFileSync(`${ADDON}/${path}`).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('names only files that are there', () => {
    const paths = Array.from(
      README.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^):#]+)\)/g),
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(4)
    expect(paths.filter((path) => !existsSync(`${ADDON}/${path}`))).toEqual([])
  })

  it('names the versions that the package is for', () => {
    const addon = readManifest(`${ADDON}/package.json`)
    const slidev = readManifest('package.json').dependencies['@slidev/cli']
    expect(addon.engines['slidev']).toBe(`^${slidev} || ^53.0.0`)
    expect(addon.peerDependencies['@slidev/client']).toBe(addon.engines['slidev'])
    expect(README).toContain(`53.0.0 on Node 22.12 and newer, ${slidev} on\nNode 20`)
    expect(README).toContain(
      `Tested with Slidev ${slidev} on Node 20, and with Slidev 53.0.0 on Node 24.`,
    )
  })

  // tests/e2e/package.spec.ts runs them.
  it('pins nothing in its three commands for an empty folder', () => {
    const [, commands = ''] = /in an empty folder.*?```sh\n(.+?)\n```/s.exec(README) ?? []
    expect(commands.split('\n')).toEqual([
      'npm install @slidev/cli @slidev/theme-default slidev-addon-addon',
      'cp -r node_modules/slidev-addon-addon/example/. .',
      'npx slidev',
    ])
  })
})

describe('the VS Code snippets', () => {
  const snippets: Record<string, { body: string; description: string }> = JSON.parse(
    readFileSync(`${ADDON}/vscode-snippets.json`, 'utf8'),
  )

  it.each(Object.entries(snippets))(
    '%s gives what its description says',
    (_name, { body, description }) => {
      const typed = expand(body)
      const { html, warnings } = render(createMarkdownExit({ html: true }), typed)
      expect(warnings).toEqual([])
      expect(html).not.toContain('{')
      expect(typed.replace(/ class="[^"]*"/, '')).toBe(description)
    },
  )

  it('offers every name of the palette', () => {
    const offered = /\{\d\|([^|]+)\|\}/.exec(snippets['Colored span']?.body ?? '')?.[1]
    expect(offered?.split(',')).toEqual(PALETTE)
  })
})

/** Expands a snippet as VS Code inserts it, with the first choice and the default texts. */
function expand(body: string): string {
  return body
    .replaceAll(/\$\{TM_SELECTED_TEXT:(\$\{\d:[^}]*\})\}/g, '$1')
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\d/g, '')
}

function readManifest(path: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'))
  return manifest
}
