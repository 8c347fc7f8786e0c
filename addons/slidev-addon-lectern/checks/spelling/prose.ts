import { createMarkdownExit } from 'markdown-exit'

/** Replaces text that is not prose, such as code or math, and separates words and phrases. */
const GAP = '\uFFFC'
/** Replaces invisible markup, which may be within a word: `**D**irect`, `[D]{color=red}irect`. */
const JOINT = '*'

/** Matches text that is not prose. */
const HIDDEN = [
  /<!--[\s\S]*?(?:-->|(?![\s\S]))/,
  /<(?<element>script|style|pre|code|kbd|samp|var)\b[\s\S]*?(?:<\/\k<element>\s*>|(?![\s\S]))/,
  // <i lang="fr">mot</i>
  /<(?<foreign>[a-z][\w-]*)\b[^<>]*\s(?:lang=["']?(?!en)[a-z]|translate=["']?no)[^<>]*>[\s\S]*?(?:<\/\k<foreign>\s*>|(?![\s\S]))/,
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

/** Matches markup that is invisible. */
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

/** Splits a tag: values of `alt` and `title`, other values, single characters. */
const ATTRIBUTE_RE = /(?<=\s(?:alt|title)=)(?<text>"[^"]*"|'[^']*')|"[^"]*"|'[^']*'|[^"']/gi

const engine = createMarkdownExit({ html: true })
engine.core.ruler.enableOnly(['normalize', 'block'])

/**
 * Keeps the prose of a Markdown text: no code, math, tags, addresses or attributes, but the texts of links, and
 * alternative texts and titles.
 *
 * @returns Text with the same lines. Removed text is replaced by U+FFFC, invisible markup by `*`, and apostrophes are
 *   straight.
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

/** Replaces the text between line breaks. */
function blank(text: string, filling: string): string {
  return text.replaceAll(/[^\n]+/g, filling)
}

function join(patterns: readonly RegExp[]): string {
  return patterns.map(({ source }) => source).join('|')
}
