import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { runSlidev } from '../../tools/slidev.ts'
import type { CommandResult } from '../../tools/slidev.ts'
import { writeDeck } from './project-copy.ts'

it('stops the build at an unknown colour in strict mode, and names file and line', async () => {
  const { code, output } = await build('addon:\n  strict: true\n', '[small]{color=grey5000}')
  expect(code).not.toBe(0)
  expect(output).toContain('slides.md:13: unknown colour "grey5000" in [small]{color=grey5000}.')
  expect(output).toContain('The build stops here because strict is set.')
})

it('stops the build at a setting that is not understood, and names file, line and key', async () => {
  const { code, output } = await build("addon:\n  colours: { brand: 'url(x)' }\n", 'text')
  expect(code).not.toBe(0)
  expect(output).toContain('slides.md:5: addon.colours.brand is "url(x)".')
})

/** Builds a deck with settings in its headmatter, lines 4 and 5, and a text on line 13. */
async function build(settings: string, text: string): Promise<CommandResult> {
  const headmatter = `---\naddons:\n  - slidev-addon-addon\n${settings}fonts: { provider: none }\n---\n`
  const deck = writeDeck({ 'slides.md': `${headmatter}\n# One\n\n---\n\n${text}\n` })
  onTestFinished(() => deck.remove())
  return runSlidev(['build', 'slides.md', '--out', join(deck.path, 'dist')], deck.path)
}
