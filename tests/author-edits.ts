import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseSync, stringify } from '@slidev/parser/core'

import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { drawImage } from '../addons/slidev-addon-lectern/tests/harness/test-images.ts'

/** A change that the author may make to the talk at any time. */
export interface AuthorEdit {
  name: string
  apply: (folder: TemporaryFolder) => Promise<void> | void
}

/** Text of a slide, with its frontmatter. */
type SlideText = string

const IMAGE_RE =
  /!\[[^\]]*\]\(\/([\w-]+\.png)\)(?:\{[^}]*\})?|<img\b[^>]*src="\/([\w-]+\.png)"[^>]*>/
const NOTE_RE = /<!--[\s\S]*?-->\s*$/
const HEADING_RE = /^# .+$/m

const NUMBERS = `
# Numbers of our own

- 3 runs in 17 days: 12.5B tokens, 99.5% of 1,024 files, 0.7 of 2.4, 41.8 points in 2025, 7 times

`

const NEW_NOTE = '<!--\nSay it in other words: 5 of 7, then 3.5 times as many.\n-->\n'

/** Edits after which every command and test must still work. */
export const AUTHOR_EDITS: readonly AuthorEdit[] = [
  {
    name: 'a slide added with a bullet full of numbers',
    apply: changeSlides((slides) => slides.toSpliced(middleOf(slides), 0, `---\n${NUMBERS}`)),
  },
  {
    name: 'a slide removed',
    apply: changeSlides((slides) => slides.toSpliced(middleOf(slides), 1)),
  },
  { name: 'two sections swapped', apply: changeSlides(swapSections) },
  {
    name: 'a heading reworded',
    apply: changeSlides((slides) =>
      changeNth(slides, HEADING_RE, 2, (slide) =>
        slide.replace(HEADING_RE, '# A heading in other words'),
      ),
    ),
  },
  {
    name: 'a figure overwritten by a photo of another shape',
    apply: async (folder) => {
      const [, markdown, html] = IMAGE_RE.exec(readSlides(folder)) ?? []
      const image = markdown ?? html
      if (image) {
        writeFileSync(join(folder.path, 'public', image), await drawImage(1800, 2400))
      }
    },
  },
  {
    name: 'a figure no longer used',
    apply: changeSlides((slides) =>
      changeNth(slides, IMAGE_RE, 1, (slide) => slide.replace(IMAGE_RE, '')),
    ),
  },
  {
    name: 'the notes of ten slides rewritten',
    apply: changeSlides((slides) =>
      slides.map((slide, index) =>
        index > 0 && index <= 10 ? `${slide.replace(NOTE_RE, '').trimEnd()}\n\n${NEW_NOTE}` : slide,
      ),
    ),
  },
  {
    name: 'a second deck beside the first',
    apply: (folder) => {
      const deck =
        '---\ntitle: Another talk\n---\n\n# Another talk\n---\n* 12T multilingual tokens\n'
      writeFileSync(join(folder.path, 'another.md'), deck)
    },
  },
]

function readSlides({ path }: TemporaryFolder): string {
  return readFileSync(join(path, 'slides.md'), 'utf8')
}

/** Creates an edit of the slides' texts; the first slide, with the headmatter, stays as it is. */
function changeSlides(
  change: (slides: readonly SlideText[]) => readonly SlideText[],
): AuthorEdit['apply'] {
  return (folder) => {
    const deck = parseSync(readSlides(folder), 'slides.md')
    const [first, ...others] = deck.slides
    if (!first) {
      throw new Error('The deck has no slide.')
    }
    const changed = change(others.map(({ raw }) => raw))
    const slides = [first, ...changed.map((raw) => ({ ...first, raw }))]
    writeFileSync(join(folder.path, 'slides.md'), stringify({ ...deck, slides }))
  }
}

function middleOf(slides: readonly SlideText[]): number {
  return Math.floor(slides.length / 2)
}

/** Swaps the last two sections, each from a slide with the layout `cover` to the next. */
function swapSections(slides: readonly SlideText[]): readonly SlideText[] {
  const starts = slides.flatMap((slide, index) => (/^layout: cover$/m.test(slide) ? index : []))
  const [first, second, end] = starts.slice(-3)
  return first === undefined || second === undefined || end === undefined
    ? slides.toReversed()
    : [
        ...slides.slice(0, first),
        ...slides.slice(second, end),
        ...slides.slice(first, second),
        ...slides.slice(end),
      ]
}

/** Changes the nth slide that matches a pattern, or the last one; 0-based. */
function changeNth(
  slides: readonly SlideText[],
  pattern: RegExp,
  nth: number,
  change: (slide: SlideText) => SlideText,
): readonly SlideText[] {
  const matching = slides.flatMap((slide, index) => (pattern.test(slide) ? index : []))
  const index = matching[nth] ?? matching.at(-1)
  return slides.map((slide, at) => (at === index ? change(slide) : slide))
}
