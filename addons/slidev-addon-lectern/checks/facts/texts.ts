import type { SlideModel, SourceLine } from '../../deck/read-deck.ts'

/** A text of a slide in which numbers are looked for. */
export interface SlideText {
  slide: SlideModel
  /** `text` on the slide, `note` of the speaker, `alt` of an image. */
  kind: 'text' | 'note' | 'alt'
  /** Name of the image whose alternative text it is: `llama3-size`. */
  image?: string
  /** Without Markdown and markup; a line that goes on in the next one ends with a space. */
  text: string
  /** The 1-based line of the author's file for a place in the text. */
  lineAt: (index: number) => number
}

/** An image in Markdown, or as a tag, with its text and its address. */
const IMAGE_RE =
  /!\[(?<markdownAlt>[^\]]*)\]\((?<markdownSource>[^)\s]+)[^)]*\)|<img\b(?<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>/gi

/** A line break within a paragraph or list item. */
const SOFT_BREAK_RE = /\n(?![^\S\n]*(?:[-*+>#|<!]|\d+[.)]\s|$|\n))/g

/** All texts of a slide: what is on it, its note, and the alternative texts of its images. */
export function listTexts(slide: SlideModel): SlideText[] {
  const content = join(slide.contentLines)
  return [
    toSlideText(slide, 'text', slide.contentLines, toPlainText(content)),
    toSlideText(slide, 'note', slide.noteLines, toPlainText(join(slide.noteLines))),
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

function join(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}

function readAttribute(attributes: string, name: string): string {
  const match = new RegExp(`(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(
    attributes,
  )
  return match?.[1] ?? match?.[2] ?? ''
}

/** A link or a span of the addon, whose own text holds no other one. */
const SPAN_RE = /\[([^[\]]*)\](?:\{[^}]*\}|\([^)]*\)|<color=[^>]*>)/g

/** Keeps the words of Markdown, on the same lines: no images, tags, addresses, attributes or marks. */
function toPlainText(markdown: string): string {
  let text = markdown.replaceAll(/!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/g, keepBreaks)
  for (let before = ''; before !== text;) {
    before = text
    text = text.replaceAll(SPAN_RE, '$1')
  }
  return text
    .replaceAll(/<!--|-->/g, '')
    .replaceAll(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, keepBreaks)
    .replaceAll(/\\times\b/g, '×')
    .replaceAll(/\*\*|__|`|\$/g, '')
    .replaceAll('’', "'")
}

function keepBreaks(text: string): string {
  return text.replaceAll(/[^\n]/g, '')
}
