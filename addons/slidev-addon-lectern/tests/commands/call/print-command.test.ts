import { describe, expect, it } from 'vitest'

import { DONE } from '../../../commands/call/command.ts'
import { printFromDeck } from '../../../commands/call/print-command.ts'
import type { PrintProblem } from '../../../print/print-problem.ts'

const HINTS = Array.from({ length: 20 }, (_, index): PrintProblem => ({
  slide: index + 1,
  severity: 'hint',
  message: `hint ${index}`,
}))

/** Runs a command that prints with some problems. */
async function runWith(
  problems: readonly PrintProblem[],
  isListedWhole = false,
): Promise<{ code: number; printed: string[]; warned: string[] }> {
  const printed: string[] = []
  const warned: string[] = []
  const run = printFromDeck(async () => ({
    format: 'pdf',
    slides: [1],
    pages: 46,
    bytes: 2_800_000,
    standards: ['PDF/UA-1'],
    problems,
  }))
  const code = await run(
    { entry: '/talk/slides.md', output: '/talk/out/slides.pdf', isListedWhole },
    {
      print: (text) => void printed.push(text),
      warn: (line) => void warned.push(line),
      progress: { start: () => {}, advance: () => {}, stop: () => {} },
      hasColors: false,
    },
    { project: '/talk', workingFolder: '/talk', keptByNpm: new Set() },
  )
  return { code, printed, warned }
}

describe('a command that prints', () => {
  it('names the output in one line where all is well', async () => {
    const { code, printed, warned } = await runWith([])
    expect([code, warned]).toEqual([DONE, []])
    expect(printed).toEqual(['out/slides.pdf: 46 pages, 2.8 MB, PDF/UA-1'])
  })

  it('lists problems, sums them up in the last line, and has done its work', async () => {
    const problem: PrintProblem = { slide: 7, severity: 'error', message: 'it is cut off.' }
    const { code, printed, warned } = await runWith([problem])
    expect([code, warned]).toEqual([DONE, ['error: slide 7: it is cut off.']])
    expect(printed).toEqual([
      'out/slides.pdf: 46 pages, 2.8 MB, PDF/UA-1, 1 problem: 1 error on slide 7',
    ])
  })

  it('lists all of them only when asked', async () => {
    expect((await runWith(HINTS)).warned).toHaveLength(16)
    expect((await runWith(HINTS, true)).warned).toHaveLength(20)
  })
})
