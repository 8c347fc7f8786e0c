/** Place and effect of a warning. */
export interface WarningPlace {
  /** `slides.md:42` */
  line: string
  /** Whether it is an error, which stops the build. */
  isStrict?: boolean
}

/** Facts about a span whose color is not understood. */
export interface UnknownColor extends WarningPlace {
  /** The color as typed. */
  value: string
  /** The whole span as typed. */
  span: string
  /** The nearest known name. */
  suggestion?: string
}

/** Control and bidi characters, which must not reach a terminal. */
// oxlint-disable-next-line no-control-regex -- matches them on purpose
const UNSAFE_RE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g

/** Last line of a message in strict mode. */
const STOPPED = '  The build stops here because strict is set.'

/** Characters in a quotation; a longer one is cut in the middle. */
const LONGEST_QUOTE = 80

/** Returns the warning about a span that is shown without color. */
export function unknownColor({ line, value, span, suggestion, isStrict }: UnknownColor): string {
  return [
    `[slidev-addon-addon] ${line}: unknown color "${quote(value)}" in ${quote(span)}.`,
    `  ${suggestion ? `Did you mean ${suggestion}? ` : ''}` +
      'Palette names, Tailwind shades, CSS color names, #hex, rgb(), hsl() and oklch() are understood.',
    isStrict ? STOPPED : '  The text is shown without color until this is fixed.',
  ].join('\n')
}

/** Facts about image attributes that are not rendered. */
export interface RefusedAttributes extends WarningPlace {
  /** The image's attributes as typed, with braces. */
  attributes: string
  /** The refused ones, such as `onerror` or `width=wide`. */
  refused: string[]
}

/** Returns the warning about image attributes that are not rendered. */
export function refusedAttributes({
  line,
  attributes,
  refused,
  isStrict,
}: RefusedAttributes): string {
  const names = refused.map((attribute) => `"${quote(attribute)}"`).join(', ')
  return [
    `[slidev-addon-addon] ${line}: ${names} in ${quote(attributes)} is left out.`,
    '  An image takes width and height in px or %, .class, #id and steps.',
    '  For anything else write an <img> tag.',
    ...(isStrict ? [STOPPED] : []),
  ].join('\n')
}

/** Facts about a setting that is not understood. */
export interface BadSetting {
  /** `slides.md:4`, if known. */
  line?: string
  /** The whole key, such as `addon.colors.brand`. */
  key: string
  /** The value as typed. */
  value: unknown
  /** The expected value, as a sentence. */
  expected: string
}

/** Returns the error about a setting that is not understood. */
export function badSetting({ line, key, value, expected }: BadSetting): string {
  const seen = quote(JSON.stringify(value) ?? 'missing')
  return `[slidev-addon-addon] ${line ? `${line}: ` : ''}${key} is ${seen}.\n  ${expected}`
}

/** Returns the error about a Markdown engine that never received the rule for spans. */
export function ruleNotRegistered(file: string): string {
  return [
    `[slidev-addon-addon] ${file}: the rule for colored spans did not reach the Markdown engine, ` +
      'so [text]{color=red} would be shown as typed.',
    '  A vite.config.ts replaces slidev.markdown, or its list markdownUses.',
    '  Make it add to them instead.',
  ].join('\n')
}

/** Returns the error about an option in a vite.config.ts whose name no longer has an effect. */
export function outdatedOption(name: string, current: string): string {
  return [
    `[slidev-addon-addon] slidev.markdown.${name} in a vite.config.ts has no effect beside ${current}, ` +
      'which this addon sets.',
    `  Rename it to ${current}: Vite joins the two lists.`,
  ].join('\n')
}

function quote(text: string): string {
  const visible = text.replace(UNSAFE_RE, ' ')
  const half = LONGEST_QUOTE / 2
  return visible.length > LONGEST_QUOTE
    ? `${visible.slice(0, half)} … ${visible.slice(-half)}`
    : visible
}
