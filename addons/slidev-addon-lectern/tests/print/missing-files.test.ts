import { describe, expect, it } from 'vitest'

import type { PrintedFontGap } from '../../page/checks/fonts.ts'
import type { Adaptation } from '../../page/print/adaptation.ts'
import { describeFiles } from '../../print/missing-files.ts'
import type { MissingFile } from '../../print/missing-files.ts'

const ADVICE = ' Copy the file into the deck, so that it is there without a network.'

/** Returns a file of the deck where the address begins with a slash, otherwise one of another host. */
function file(name: string, slide?: number, isPage = false): MissingFile {
  const isOwn = name.startsWith('/')
  const url = isOwn ? `http://127.0.0.1:4000${name}` : name
  return { url, name, isOwn, isPage, slide, reason: 'the server answered 404' }
}

function box(slide: number, message: string): Adaptation {
  return { slide, kind: 'placeholder', severity: 'error', message }
}

/** Describes files as lines, without the advice. */
function describeLines(
  files: readonly MissingFile[],
  adaptations: readonly Adaptation[] = [],
  fontGaps: readonly PrintedFontGap[] = [],
): string[] {
  return describeFiles(files, adaptations, fontGaps).map(
    ({ slide, severity, message }) =>
      `${slide ?? 'deck'}: ${severity}: ${message.replace(ADVICE, '')}`,
  )
}

describe('files that did not load', () => {
  it('are errors where they are the deck’s own', () => {
    expect(describeLines([file('/a.png', 3), file('/b.js')])).toEqual([
      '3: error: /a.png could not be loaded (the server answered 404).',
      'deck: error: /b.js could not be loaded (the server answered 404).',
    ])
  })

  it('are one warning for each other host, with the slides that miss them', () => {
    const files = [
      file('https://a.example/1.png', 2),
      file('https://b.example/x.js'),
      file('https://a.example/2.png', 5),
      file('https://c.example/y.png', 3),
      file('https://c.example/z.png', 3),
    ]
    expect(describeLines(files)).toEqual([
      'deck: warning: a.example (2 files, such as https://a.example/1.png, on slides 2, 5) did not answer; the slides are printed without it.',
      'deck: warning: https://b.example/x.js did not answer; the slides are printed without it.',
      '3: warning: c.example (2 files, such as https://c.example/y.png) did not answer; the slides are printed without it.',
    ])
  })

  it('are told once where something is printed in their place: by it, or by their host', () => {
    const adaptations = [
      box(3, 'the image /a.png is missing; a labeled box is printed in its place'),
      box(4, 'a labeled box is printed in place of the image https://a.example/1.png'),
      box(5, 'a labeled box is printed in place of the embedded page https://b.example/'),
    ]
    const files = [
      file('/a.png', 3),
      file('/a.png.map', 3),
      file('https://a.example/1.png', 4),
      file('https://b.example/', 5, true),
    ]
    expect(describeLines(files, adaptations)).toEqual([
      '3: error: /a.png.map could not be loaded (the server answered 404).',
      '3: error: the image /a.png is missing; a labeled box is printed in its place',
      '5: error: a labeled box is printed in place of the embedded page https://b.example/',
      '4: warning: https://a.example/1.png did not answer; the slides are printed without it.',
    ])
  })

  it('are told by the text they are missing for, where they are web fonts', () => {
    const source = 'https://fonts.example/css2?family=Sans'
    const gap = {
      slide: 1,
      hint: {},
      severity: 'warning',
      seen: 'Sans did not come',
      fix: 'Install it.',
    } as const
    expect(describeLines([file(source)], [], [{ ...gap, source }])).toEqual([
      '1: warning: Sans did not come. Install it.',
    ])
    expect(describeLines([file(source)])).toEqual([])
  })
})
