import type { SlideModel } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'

/** `[text]{color=red}` */
const SPAN_RE = /\[([^[\]]+)\]\{color=([a-z]+)\d*\}/g
/** `![text](/image.png){width=70%}` */
const SIZED_IMAGE_RE = /!\[([^\]]*)\]\(\/?([^)\s]+)\)\{width=([\w.%]+)\}/g
/** `<SlideCurrentNo class="…" />`: Marp has no components. */
const COMPONENT_RE = /<[A-Z]\w*[^>]*\/>/g
/** Start of an image in Markdown or HTML whose address begins at the root. */
const ROOTED_RE = /(!\[[^\]]*\]\(|src=")\/(?!\/)/g
const FENCE_RE = /^\s*(?:```|~~~)/

/**
 * Converts slides to a deck as an author of Marp would write it: the same text, images and notes, without
 * frontmatter, and with HTML in place of syntax that only Slidev and the addon have.
 */
export function toMarpMarkdown(slides: readonly SlideModel[]): string {
  const texts = slides.map(({ contentLines, noteLines }) => {
    const content = convertLines(contentLines.map(({ text }) => text))
    return [...content, ...noteLines.map(({ text }) => text)].join('\n').trim()
  })
  return `${texts.join('\n\n---\n\n')}\n`
}

/** Converts the lines of a slide, except those of code fences. */
function convertLines(lines: readonly string[]): string[] {
  let isCode = false
  return lines.map((line) => {
    if (FENCE_RE.test(line)) {
      isCode = !isCode
    }
    return isCode ? line : convertLine(line)
  })
}

function convertLine(line: string): string {
  return line
    .replaceAll(
      SIZED_IMAGE_RE,
      (_, alt: string, source: string, width: string) =>
        `<img src="${source}" alt="${alt.replaceAll('"', '&quot;')}" style="width: ${width}">`,
    )
    .replaceAll(ROOTED_RE, '$1')
    .replaceAll(SPAN_RE, '<span style="color: $2">$1</span>')
    .replaceAll(COMPONENT_RE, '')
}
