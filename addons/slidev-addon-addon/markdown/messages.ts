/** Where a fault stands and what comes of it. */
export interface FaultPlace {
  /** `slides.md:42` */
  line: string
  /** Whether it stops the build. */
  isStrict?: boolean
}

/** Facts of a span whose colour is not understood. */
export interface UnknownColour extends FaultPlace {
  /** The colour as typed. */
  value: string
  /** The whole span as typed. */
  span: string
  /** The nearest known name. */
  suggestion?: string
}

/** Control and bidi characters, which must not reach a terminal. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE_RE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g

/** Last line of a message in strict mode. */
const STOPPED = '  The build stops here because strict is set.'

/** Longer quotations are cut in the middle. */
const LONGEST_QUOTE = 80

/** Message for a span that is shown without colour. */
export function unknownColour({ line, value, span, suggestion, isStrict }: UnknownColour): string {
  return [
    `[slidev-addon-addon] ${line}: unknown colour "${quote(value)}" in ${quote(span)}.`,
    `  ${suggestion ? `Did you mean ${suggestion}? ` : ''}` +
      'Palette names, Tailwind shades, CSS colour names, #hex, rgb(), hsl() and oklch() are understood.',
    isStrict ? STOPPED : '  The text is shown without colour until this is fixed.',
  ].join('\n')
}

/** Facts of an image attribute that is not taken over. */
export interface RefusedAttributes extends FaultPlace {
  /** The image's attributes as typed, with braces. */
  attributes: string
  /** The refused ones, such as `onerror` or `width=wide`. */
  refused: string[]
}

/** Message for image attributes that do not reach the page. */
export function refusedAttributes({
  line,
  attributes,
  refused,
  isStrict,
}: RefusedAttributes): string {
  const names = refused.map((attribute) => `"${quote(attribute)}"`).join(', ')
  return [
    `[slidev-addon-addon] ${line}: ${names} in ${quote(attributes)} is left out.`,
    '  An image takes width and height in px or %, .class and #id.',
    '  For anything else write an <img> tag.',
    ...(isStrict ? [STOPPED] : []),
  ].join('\n')
}

/** Facts of a setting that is not understood. */
export interface BadSetting {
  /** `slides.md:4`, where that is known. */
  line?: string
  /** The whole key, such as `addon.colours.brand`. */
  key: string
  /** What stands there. */
  value: unknown
  /** What was expected, as a sentence. */
  expected: string
}

/** Error for a setting that is not understood. */
export function badSetting({ line, key, value, expected }: BadSetting): string {
  const seen = quote(JSON.stringify(value) ?? 'missing')
  return `[slidev-addon-addon] ${line ? `${line}: ` : ''}${key} is ${seen}.\n  ${expected}`
}

/** Error when the spans' rule never reached the Markdown engine. */
export function ruleNotRegistered(file: string): string {
  return [
    `[slidev-addon-addon] ${file}: the rule for coloured spans did not reach the Markdown engine, ` +
      'so that [text]{color=red} would be printed as it stands.',
    '  A vite.config.ts has replaced slidev.markdown, or its list markdownUses.',
    '  Let it add to them instead.',
  ].join('\n')
}

/** Error when a vite.config.ts sets an option under a name that no longer has an effect. */
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
