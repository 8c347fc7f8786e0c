import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyFixtures } from './doctor.ts'
import { ROOT, writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

const HEADMATTER = `title: A deck
fonts:
  provider: none
  sans: sans-serif
  mono: monospace
favicon: /favicon.svg`

/** One slide with an intended overlap, one without a fault. */
const INTENDED = `---
${HEADMATTER}
layout: default
doctor: { allow: [overlap], reason: the stamp belongs on the list }
---

# A heading

- draft

<div style="margin-top: -30px">stamp</div>

---
doctor: { allow: [links] }
---

# Another heading

- text
`

let folder: TemporaryFolder

beforeAll(() => {
  folder = copyFixtures()
})

afterAll(() => folder.remove())

describe('npm run doctor', () => {
  it('ends with 1 and tells what to do on which line', () => {
    const { code, output } = runDoctor('overflow-bottom.md')
    expect(output).toMatchInlineSnapshot(`
      "Slide 1 · Overflow bottom
        overflow-bottom.md:28: overflow: "item number 15" and 5 more reach up to 167 px beyond the slide's bottom edge.
          Expected everything within the slide's 980 px by 552 px.
          Fix: Shorten the slide, split it, or set \`zoom: 0.9\` in the slide's frontmatter.

      overflow-bottom.md: 1 slide, light and dark, 12 checks: 1 finding.
      "
    `)
    expect(code).toBe(1)
  })

  it('ends with 0 where all findings are intended, and shows them with their reasons', () => {
    const deck = writeDeck({
      'slides.md': INTENDED,
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
    })
    const { code, output } = runDoctor('slides.md', [], deck.path)
    deck.remove()
    expect(output).toContain('Intended, as the slides declare')
    expect(output).toContain(
      'slides.md:16: overlap on slide 1: "stamp" runs into "draft". Reason: the stamp belongs on the list',
    )
    expect(output).toContain('slides.md:19: "doctor" allows links, and there is nothing to allow.')
    expect(output).toContain('healthy, 1 intended.')
    expect(code).toBe(0)
  })

  it('prints JSON for a program, of the slides and checks that are asked for', () => {
    const { code, output } = runDoctor('notes-too-few.md', [
      '--json',
      '--only',
      'notes,alt',
      '--slides',
      '1',
    ])
    const diagnosis: unknown = JSON.parse(output)
    expect(diagnosis).toMatchObject({
      deck: 'notes-too-few.md',
      slides: [1],
      checks: ['images', 'notes'],
      findings: [{ check: 'notes', slide: 1, file: 'notes-too-few.md', line: 25 }],
    })
    expect(code).toBe(1)
  })
})

describe('npm run doctor ends with 2 and says why', () => {
  it.each([
    ['a deck that is not there', ['none.md'], 'There is no file none.md.'],
    ['a slide that is not there', ['spelling.md', '--slides', '2-3'], 'the deck has 1 slides'],
    ['no slides', ['spelling.md', '--slides', 'all'], '"all" names no slides.'],
    ['a check that is not there', ['spelling.md', '--only', 'speling'], 'Did you mean spelling?'],
    ['an option that is not there', ['spelling.md', '--fix'], '--fix'],
    ['two decks', ['spelling.md', 'numbers.md'], 'One deck at a time'],
  ])('for %s', (_name, args, message) => {
    const { code, errors } = runDoctor(args[0] ?? '', args.slice(1))
    expect(errors).toContain(message)
    expect(code).toBe(2)
  })

  it('for a deck that does not build', () => {
    const deck = writeDeck({ 'slides.md': '# A heading\n\n<div v-if="((">text</div>\n' })
    const { code, errors } = runDoctor('slides.md', [], deck.path)
    deck.remove()
    expect(errors).toContain('The doctor could not run. "slidev build" ended with 1')
    expect(code).toBe(2)
  })

  it('for a declaration that is not understood, with its line', () => {
    const deck = writeDeck({
      'slides.md': '---\ntitle: A deck\ndoctor: { allow: [overlapp] }\n---\n\n# A heading\n',
    })
    const { code, errors } = runDoctor('slides.md', [], deck.path)
    deck.remove()
    expect(errors).toContain('slides.md:3: "doctor" allows "overlapp"')
    expect(errors).toContain('Did you mean overlap?')
    expect(code).toBe(2)
  })
})

/** Runs the command in a folder as npm does. */
function runDoctor(
  entry: string,
  args: readonly string[] = [],
  cwd = folder.path,
): { code: number | null; output: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/doctor.ts'), entry, ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: cwd, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  )
  return { code: status, output: stdout, errors: stderr }
}
