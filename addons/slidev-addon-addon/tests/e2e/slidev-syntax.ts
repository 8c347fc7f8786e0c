import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parser } from '@slidev/cli'

import { writeFileAtomically } from '../../../slidev-addon-lectern/output/write-file.ts'
import { ROOT, writeDeck } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { compileDeck } from './compile.ts'
import type { CompiledSlide } from './compile.ts'

/** Folder of slides in Slidev's own syntax, with brackets and braces in all its places. */
const FIXTURE = join(import.meta.dirname, '../fixtures/slidev-syntax')
/** Documentation of the installed Slidev. */
const DOCUMENTATION = join(ROOT, 'node_modules/@slidev/cli/skills/slidev/references')

const FENCE_RE = /^(`{3,})md\n([\s\S]*?)\n\1$/gm

/** Path of the `<SlideCurrentNo />` in use, which the addon replaces on purpose. */
const NUMBER_RE = /[^"]*\/SlideCurrentNo\.vue/g

/**
 * Files that the examples name, and a setting without which Shiki stops coloring a slow line on a busy
 * machine, so that the same code would look different.
 */
const FILES = {
  'setup/shiki.ts': 'export default () => ({ tokenizeTimeLimit: 0 })\n',
  'snippets/snippet.js': '// #region region-name\nconst a = [1]\n// #endregion region-name\n',
  'some-file.ts': 'export const list = [1]\n',
  'public/dot.png': '',
  'public/image.png': '',
  'public/pic.png': '',
  'public/picture.svg': '',
  'public/video.mp4': '',
}

/** File for the examples of the documentation. */
const EXAMPLES = 'documentation.md'

/** Compiled slides of Slidev's own syntax. */
export interface CompiledSyntax {
  fixture: string[]
  /** Examples of the documentation; one of them does not compile. */
  examples: Pick<CompiledSlide, 'content' | 'code'>[]
  /** A slide with a span, which shows whether the deck has the addon. */
  span: string
}

/** Writes the fixture, the examples and the files they import into a new folder. */
export async function writeSyntax(): Promise<TemporaryFolder> {
  const folder = writeDeck(FILES)
  cpSync(FIXTURE, folder.path, { recursive: true })
  const examples = await readExamples()
  writeFileAtomically(join(folder.path, EXAMPLES), examples.join('\n\n---\n\n'))
  return folder
}

/**
 * Compiles the slides of a file of the fixture, and the examples.
 *
 * @param folder - See {@link writeSyntax}.
 * @param setting - Lines of the headmatter.
 */
export async function compileSyntax(
  { path }: TemporaryFolder,
  file: string,
  setting: string,
): Promise<CompiledSyntax> {
  const entry = join(path, 'entry.md')
  const imports = [file, EXAMPLES].map((name) => `---\nsrc: ./${name}\n---\n\n`)
  // Twoslash takes longer than everything else and reads only code.
  const headmatter = `---\nfonts:\n  provider: none\ntwoslash: false\n${setting}---\n`
  writeFileAtomically(entry, `${headmatter}\n[text]{color=red}\n\n${imports.join('')}`)
  const slides = await compileDeck(entry)
  const listSlides = (name: string): CompiledSyntax['examples'] =>
    slides
      .filter((slide) => slide.file === join(path, name))
      .map(({ content, code }) => ({
        content,
        code: code.replaceAll(NUMBER_RE, 'SlideCurrentNo.vue'),
      }))
  return {
    fixture: listSlides(file).map(({ code }) => code),
    examples: listSlides(EXAMPLES),
    span: listSlides('entry.md')[0]?.code ?? '',
  }
}

/** Reads the Markdown examples of Slidev's documentation, a slide each, without frontmatter. */
async function readExamples(): Promise<string[]> {
  const examples: string[] = []
  for (const name of readdirSync(DOCUMENTATION).toSorted()) {
    const text = readFileSync(join(DOCUMENTATION, name), 'utf8')
    for (const [, , example = ''] of text.matchAll(FENCE_RE)) {
      const { slides } = await parser.parse(example, name)
      examples.push(...slides.map(({ content }) => content).filter((content) => content !== ''))
    }
  }
  return examples
}
