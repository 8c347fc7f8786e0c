import { createMarkdownExit } from 'markdown-exit'

/** Stands in a prose for what is no prose, such as code or math: it parts words and phrases. */
const GAP = '\uFFFC'
/** Stands for markup nobody sees, within a word too: `**D**irect`, `[D]{color=red}irect`. */
const JOINT = '*'

/** What a reader sees something else for, or nothing. */
const HIDDEN = [
  /<!--[\s\S]*?(?:-->|(?![\s\S]))/,
  /<(?<element>script|style|pre|code|kbd|samp|var)\b[\s\S]*?(?:<\/\k<element>\s*>|(?![\s\S]))/,
  // `code`, ``co`de``
  /(?<!`)(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\k<ticks>(?!`)/,
  // $$math$$ and $math$, but not $5 and $6
  /\$\$[\s\S]*?\$\$/,
  /\$(?!\s)(?:\\.|[^$\\\n]|\n(?!\s*\n))+(?<!\s)\$(?!\d)/,
  /\\[a-z]+/,
  /\{\{(?:(?!\{\{)[\s\S])*?\}\}/,
  // <<< @/snippets/example.ts
  /^[^\S\n]*<<<.*$/,
  // ::right::, :component[text], :icon:
  /^[^\S\n]*::+[\w.:-]*/,
  /(?<![\w:]):[\w+-]+(?::|(?=[[{]))/,
  // [^1], [!NOTE], [click:2]
  /\[(?:\^[^[\]\s]+|!\w+|click[:\d+-]*)\]:?/,
  // [id]: /address
  /^ {0,3}\[[^\]\n]+\]:[^\S\n]*\S+/,
  // https://example.com/a, www.example.com, someone@example.com, @someone
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/[^\s<>()[\]"]+(?:\([^\s()]*\))*/,
  /(?<![\w.])(?:www\.|mailto:)[^\s<>)\]"]+/,
  /(?<![\w.+-])[\w.+-]*@[\w-]+(?:[./][\w-]+)*/,
]

/** What is seen as nothing, in the place where it stands. */
const UNSEEN = [
  // [text](/address "title"): the title is prose
  /\]\([^\S\n]*(?:<[^<>\n]*>|(?:[^\s()<]|\([^\s()]*\))*)/,
  /\]\[[^\]\n]*\]/,
  /\]?\{[^{}\n]*\}/,
  /\]<color=[^<>\n]*>/,
  /<\/?(?:b|i|u|em|strong|mark|span|wbr)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>/,
]

const TAG_RE = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/
// \_, &eacute;
const LITERAL_RE = /\\[^a-z\n]|&#?\w+;/

const MARKUP_RE = new RegExp(
  [
    `(?<hidden>${join(HIDDEN)})`,
    `(?<unseen>${join(UNSEEN)})`,
    `(?<tag>${TAG_RE.source})`,
    `(?<literal>${LITERAL_RE.source})`,
  ].join('|'),
  'gim',
)

/** A tag, attribute by attribute: texts that are read out or shown, other values, all else. */
const ATTRIBUTE_RE = /(?<=\s(?:alt|title)=)(?<text>"[^"]*"|'[^']*')|"[^"]*"|'[^']*'|[^"']/gi

const engine = createMarkdownExit({ html: true })
engine.core.ruler.enableOnly(['normalize', 'block'])

/**
 * What of a Markdown text is there to be read: no code, math, tags, addresses or attributes, but link
 * texts, alt texts and titles.
 *
 * @returns Text with the same lines; what is left out in them is U+FFFC, or `*` where nothing is seen
 *   of it. Apostrophes are straight.
 */
export function keepProse(markdown: string): string {
  return hideMarkup(blankCode(markdown))
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[\u00AD\u200B-\u200D\u2060]/g, JOINT)
}

/** Empties the lines of fenced and indented code. */
function blankCode(markdown: string): string {
  const lines = markdown.split('\n')
  for (const { type, map } of engine.parse(markdown)) {
    if (map && (type === 'fence' || type === 'code_block')) {
      lines.fill('', ...map)
    }
  }
  return lines.join('\n')
}

function hideMarkup(text: string): string {
  let prose = ''
  let end = 0
  for (const match of text.matchAll(MARKUP_RE)) {
    prose += text.slice(end, match.index) + replaceMarkup(match[0], match.groups ?? {})
    end = match.index + match[0].length
  }
  return prose + text.slice(end)
}

function replaceMarkup(
  found: string,
  groups: Readonly<Record<string, string | undefined>>,
): string {
  if (groups.tag !== undefined) {
    return keepAttributeTexts(found)
  }
  if (groups.literal !== undefined) {
    return engine.utils.unescapeAll(found).replaceAll('\n', ' ')
  }
  return blank(found, groups.unseen === undefined ? GAP : JOINT)
}

function keepAttributeTexts(tag: string): string {
  return tag.replaceAll(ATTRIBUTE_RE, (found: string, text: string | undefined) =>
    text === undefined ? blank(found, GAP) : hideMarkup(text),
  )
}

/** As many line breaks, and something else for what is between them. */
function blank(text: string, filling: string): string {
  return text.replaceAll(/[^\n]+/g, filling)
}

function join(patterns: readonly RegExp[]): string {
  return patterns.map(({ source }) => source).join('|')
}
