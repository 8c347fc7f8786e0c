import type { SlideModel, SourceLine } from '../../deck/read-deck.ts'
import { joinLines } from '../../deck/source-lines.ts'
import { toVisibleText } from '../../deck/visible-text.ts'

/** A text of a slide that may state facts. */
export interface SlideText {
  slide: SlideModel
  /** `text` of the slide, `note` of the speaker, or `alt` of an image. */
  kind: 'text' | 'note' | 'alt'
  /** For `alt`, name of the image: `llama3-size` for `/llama3-size.png`. */
  image?: string
  /** Words without markup. Line breaks within a paragraph are spaces. */
  text: string
  /** Returns the 1-based line of the author's file for an index of the text. */
  lineAt: (index: number) => number
}

/** Matches an image, written in Markdown or as a tag. */
const IMAGE_RE =
  /!\[(?<markdownAlt>[^\]]*)\]\((?<markdownSource>[^)\s]+)[^)]*\)|<img\b(?<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>/gi

/** Matches the marks of a note's comment. */
const MARKS_RE = /^\s*<!--|-->\s*$/g

/** Matches a line break within a paragraph or list item. */
const SOFT_BREAK_RE = /\n(?![^\S\n]*(?:[-*+>#|<!]|\d+[.)]\s|$|\n))/g

/** Lists all texts of a slide: its own, its note, and the alternative texts of its images. */
export function listTexts(slide: SlideModel): SlideText[] {
  const content = joinLines(slide.contentLines)
  return [
    toSlideText(slide, 'text', slide.contentLines, toWords(content)),
    toSlideText(
      slide,
      'note',
      slide.noteLines,
      toWords(joinLines(slide.noteLines).replaceAll(MARKS_RE, '')),
    ),
    ...Array.from(content.matchAll(IMAGE_RE), (match) => {
      const { markdownAlt, markdownSource, attributes = '' } = match.groups ?? {}
      const text = markdownAlt ?? readAttribute(attributes, 'alt')
      const source = markdownSource ?? readAttribute(attributes, 'src')
      const line = content.slice(0, match.index).split('\n').length - 1
      return {
        ...toSlideText(slide, 'alt', slide.contentLines.slice(line), text),
        image: source.replace(/^.*\//, '').replace(/\.\w+$/, ''),
      }
    }),
  ]
}

function toSlideText(
  slide: SlideModel,
  kind: SlideText['kind'],
  lines: readonly SourceLine[],
  text: string,
): SlideText {
  return {
    slide,
    kind,
    text: text.replaceAll(SOFT_BREAK_RE, ' '),
    lineAt: (index) => {
      const line = text.slice(0, index).split('\n').length - 1
      return lines[line]?.number ?? lines[0]?.number ?? 1
    },
  }
}

function readAttribute(attributes: string, name: string): string {
  const match = new RegExp(`(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(
    attributes,
  )
  return match?.[1] ?? match?.[2] ?? ''
}

/** Keeps the visible words, with signs as phrases of facts write them. */
function toWords(markdown: string): string {
  return toVisibleText(markdown)
    .replaceAll(/\\times\b/g, '×')
    .replaceAll('’', "'")
}
