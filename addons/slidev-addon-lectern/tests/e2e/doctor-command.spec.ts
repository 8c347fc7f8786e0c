import { expect, it, onTestFinished } from 'vitest'

import { runCommand } from '../../commands/call/command.ts'
import type { Invocation } from '../../commands/call/invocation.ts'
import { DOCTOR } from '../../commands/doctor.ts'
import type { Diagnosis } from '../../doctor/diagnosis.ts'
import { formatReport } from '../../doctor/report.ts'
import { runNpm } from '../harness/command-process.ts'
import { copyFixtures } from '../harness/doctor.ts'
import { QUIET, ROOT, writeDeck } from '../harness/project-copy.ts'

// One run as a process, the others as the same command within the test. Calls and other exit codes are tested in
// tests/commands, findings in doctor.spec.ts.

const HEADMATTER = `title: A deck
fonts:
  provider: none
  sans: sans-serif
  mono: monospace
favicon: /favicon.svg`

/** A slide with an intended overlap, one with a picture without text, and one with an overlap. */
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

![](/favicon.svg)

---

# A third heading

- draft

<div style="margin-top: -30px">stamp</div>
`

/** Runs the command in a folder, within this process. */
async function runDoctor(
  workingFolder: string,
  ...args: string[]
): Promise<{ code: number; printed: string; warned: string }> {
  const invocation: Invocation = { project: ROOT, workingFolder, keptByNpm: new Set() }
  const printed: string[] = []
  const warned: string[] = []
  const terminal = {
    print: (text: string) => void printed.push(text),
    warn: (line: string) => void warned.push(line),
    progress: QUIET,
    hasColors: false,
  }
  const code = await runCommand(DOCTOR, args, terminal, invocation)
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}

it('ends with 1 and tells what to do on which line, from any folder', async () => {
  const folder = copyFixtures()
  onTestFinished(() => folder.remove())
  const called = ['doctor', '--prefix', ROOT, '--', 'overflow-bottom.md']
  const { code, output } = await runNpm(folder.path, ...called)
  // The number of checks grows, and how far a text reaches is the machine's font's to say.
  const told = output.replace(/\d+ checks/, 'all checks').replace(/to \d+ px/, 'to … px')
  expect(told).toMatchInlineSnapshot(`
    "1 error

    Slide 1 · Overflow bottom
      overflow-bottom.md:28: overflow: "item number 15" and 5 more reach up to … px beyond the slide's bottom edge.
        Expected everything within the slide's 980 px by 552 px.
        Fix: Shorten the slide, split it, or set \`zoom: 0.9\` in the slide's frontmatter.

    overflow-bottom.md: 1 slide, light and dark, all checks: 1 error.
    "
  `)
  expect(code).toBe(1)
})

it('ends with 0 where all findings are intended, of the slides and checks that are asked for', async () => {
  const deck = writeDeck({
    'slides.md': INTENDED,
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
  })
  onTestFinished(() => deck.remove())
  const options = ['--json', '--only', 'links,overlap', '--slides', '1-2']
  const { code, printed, warned } = await runDoctor(deck.path, 'slides.md', ...options)
  expect(warned).toBe('')
  const diagnosis: Diagnosis = JSON.parse(printed)
  expect(diagnosis).toMatchObject({
    deck: 'slides.md',
    slides: [1, 2],
    checks: ['overlap', 'links'],
    findings: [],
    allowed: [{ check: 'overlap', slide: 1, file: 'slides.md', line: 16 }],
    unused: [{ check: 'links', slide: 2, file: 'slides.md', line: 19 }],
  })
  const report = formatReport(diagnosis, { isAll: true })
  expect(report).toContain('Intended, as the deck declares')
  expect(report).toContain(
    'slides.md:16: overlap on slide 1: "stamp" runs into "draft". Reason: the stamp belongs on the list',
  )
  expect(report).toContain('slides.md:19: "doctor" allows links, but there is no such finding.')
  expect(report).toContain('healthy, 1 intended.')
  expect(code).toBe(0)
})

it('names the line that a deck does not build with', async () => {
  const deck = writeDeck({ 'slides.md': '# A heading\n\n<div v-if="((">text</div>\n' })
  onTestFinished(() => deck.remove())
  const { code, printed } = await runDoctor(deck.path, 'slides.md')
  expect(printed).toMatch(/slides\.md:3: .*v-if="\(\(" is no JavaScript: /)
  expect(code).toBe(1)
})
