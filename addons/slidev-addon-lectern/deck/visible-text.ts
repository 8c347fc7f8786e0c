/** Matches an innermost link, or span such as `[text]{color=red}`. */
const SPAN_RE = /\[([^[\]]*)\](?:\{[^}]*\}|\([^)]*\)|<color=[^>]*>)/g

const COMMENT_OR_IMAGE_RE = /<!--[\s\S]*?-->|!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/g

/** Matches the end of a link or span whose text has brackets. */
const END_RE = /(?<=\])\([^)\n]*\)|(?<=[\])])\{[^}\n]*\}/g

/** Matches an address in angle brackets, which the slide shows as it is. */
const AUTOLINK_RE = /<([a-z][a-z\d+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>/gi

const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^'">])*`
/** Matches tags that may be within a word. */
const INLINE_TAG_RE = new RegExp(
  `</?(?:b|i|u|em|strong|mark|span|wbr)(?=[\\s/>])${ATTRIBUTES}>`,
  'gi',
)
const TAG_RE = new RegExp(`</?[a-z]${ATTRIBUTES}>`, 'gi')

/**
 * Keeps the words that a slide shows, on their lines: no comments, images, tags, addresses, attributes, and marks of
 * emphasis, code and math.
 */
export function toVisibleText(markdown: string): string {
  let text = markdown.replaceAll(COMMENT_OR_IMAGE_RE, keepBreaks).replaceAll(AUTOLINK_RE, '$1')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replaceAll(SPAN_RE, '$1')
  }
  return text
    .replaceAll(END_RE, keepBreaks)
    .replaceAll(INLINE_TAG_RE, keepBreaks)
    .replaceAll(TAG_RE, (tag) => ` ${keepBreaks(tag)}`)
    .replaceAll(/\*\*|__|`|\$/g, '')
}

function keepBreaks(text: string): string {
  return text.replaceAll(/[^\n]/g, '')
}
