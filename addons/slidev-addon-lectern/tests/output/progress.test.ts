import { describe, expect, it } from 'vitest'

import { createProgress } from '../../output/progress.ts'
import type { ProgressLog, ProgressStream } from '../../output/progress.ts'

/** Control characters that clear a line before it is redrawn. */
const CLEAR_LINE = '\r\u001B[2K'

/** Progress on a stream, with all that was written to it. */
function progressOn(stream: Omit<ProgressStream, 'write'>): {
  progress: ProgressLog
  written: string[]
} {
  const written: string[] = []
  const write = (text: string): void => {
    written.push(text)
  }
  return { progress: createProgress({ ...stream, write }), written }
}

/** Returns the last line of a terminal, the only one if the bar is redrawn in place. */
function lineShown(written: readonly string[]): string {
  return written.join('').split(CLEAR_LINE).at(-1) ?? ''
}

describe('progress on a terminal', () => {
  it('stays full when there are more steps than were announced', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Looking at the slides', 1)
    progress.advance()
    const full = lineShown(written).split(' ')[0]
    progress.advance()
    expect(lineShown(written).split(' ')[0]).toBe(full)
  })

  it('is a bar that grows with each step', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Looking at the slides', 4)
    const shown = [lineShown(written)]
    for (let step = 1; step <= 4; step += 1) {
      progress.advance()
      shown.push(lineShown(written))
    }
    expect(shown).toMatchInlineSnapshot(`
      [
        "░░░░░░░░░░░░░░░░░░░░░░░░ 0/4 Looking at the slides",
        "██████░░░░░░░░░░░░░░░░░░ 1/4 Looking at the slides",
        "████████████░░░░░░░░░░░░ 2/4 Looking at the slides",
        "██████████████████░░░░░░ 3/4 Looking at the slides",
        "████████████████████████ 4/4 Looking at the slides",
      ]
    `)
  })

  it('is the label alone where the steps are not known', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Building slides.md')
    expect(lineShown(written)).toBe('Building slides.md')
  })

  it('begins anew with each part', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('One', 2)
    progress.advance()
    progress.start('Two', 3)
    expect(lineShown(written)).toBe(`${'░'.repeat(24)} 0/3 Two`)
  })

  it.each([
    ['its width', 40, 39],
    ['80 columns where it does not tell', undefined, 79],
  ])('is cut to less than %s, so that the line does not wrap', (_width, columns, length) => {
    const { progress, written } = progressOn({
      isTTY: true,
      ...(columns === undefined ? {} : { columns }),
    })
    progress.start('a label that is longer than any terminal '.repeat(8), 10)
    expect(lineShown(written)).toHaveLength(length)
    expect(lineShown(written)).toMatch(/^░{24} 0\/10 a label/)
  })

  it('leaves an empty line behind, and never a line break', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Looking at the slides', 1)
    progress.advance()
    progress.stop()
    expect(lineShown(written)).toBe('')
    expect(written.join('')).not.toContain('\n')
  })

  it('lets a message stand on a line of its own, and is drawn again below it', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Building slides.md')
    progress.log('Waiting for process 4711')
    const [message, bar] = written.join('').split('\n')
    expect(lineShown([message ?? ''])).toBe('Waiting for process 4711')
    expect(lineShown([bar ?? ''])).toBe('Building slides.md')
  })

  it('is not drawn again below a message that comes after its end', () => {
    const { progress, written } = progressOn({ isTTY: true, columns: 80 })
    progress.start('Building slides.md')
    progress.stop()
    progress.log('done')
    expect(written.join('').split('\n').at(-1)).toBe('')
  })
})

describe('progress in a log', () => {
  it('is one plain line a part', () => {
    const { progress, written } = progressOn({})
    progress.start('Building slides.md')
    progress.start('Looking at the slides', 2)
    progress.advance()
    progress.advance()
    progress.stop()
    expect(written.join('')).toBe('Building slides.md …\nLooking at the slides …\n')
  })

  it('lets a message stand on a line of its own', () => {
    const { progress, written } = progressOn({})
    progress.start('Building slides.md')
    progress.log('Waiting for process 4711')
    expect(written.join('')).toBe('Building slides.md …\nWaiting for process 4711\n')
  })
})
