/** Methods that read one character, or copy a part without reading it. */
const SHORT = split('at charAt charCodeAt codePointAt slice substring')
/** Methods that compare a part. */
const PART = split('endsWith startsWith')
/** Methods that search a text or a list. */
const SEARCH = split('includes indexOf lastIndexOf')
/** Methods that read all of a text, or of a list. */
const TEXT = split('split toLowerCase trim trimEnd')
const LIST = split('every filter find findLast flatMap forEach join map some splice')

/** A part of a regular expression: one that reads a character (the group), or any other. */
const PART_RE =
  /(\[(?:\\.|[^\]\\])*\]|\\[pu]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[^bB\d]|[^\\[\](){}|^$*+?])|\(\?<?[:=!]|\(\?<\w+>|\{\d+(?:,\d*)?\}|\\.|./gis

const partials = new Map<string, RegExp>()

/**
 * Counts the steps of some work: characters that it reads, directly or with a regular expression, and
 * list items that it visits. Unlike its time, the number is the same on every machine.
 */
export function countSteps(work: () => void): number {
  let steps = 0
  let isCounting = true
  /** Adds a cost, without counting the steps that compute it. */
  const add = (cost: number | (() => number)): void => {
    if (isCounting) {
      isCounting = false
      steps += typeof cost === 'number' ? cost : cost()
      isCounting = true
    }
  }
  const restores = [
    ...SHORT.map((name) => watch(String.prototype, name, () => add(1))),
    ...PART.map((name) => watch(String.prototype, name, (_, [part]) => add(sizeOf(part)))),
    ...TEXT.map((name) => watch(String.prototype, name, (text) => add(sizeOf(text)))),
    ...LIST.map((name) => watch(Array.prototype, name, (list) => add(sizeOf(list)))),
    ...[String.prototype, Array.prototype].flatMap((prototype) =>
      SEARCH.map((name) =>
        watch(prototype, name, (all, args) => add(() => countSearch(all, args))),
      ),
    ),
    watch(RegExp.prototype, 'exec', (regex, [text]) =>
      add(() => (regex instanceof RegExp ? countReads(regex, String(text)) : 0)),
    ),
  ]
  try {
    work()
  } finally {
    for (const restore of restores) {
      restore()
    }
  }
  return steps
}

/** Calls `tell` before each call of a method; returns a function that restores the method. */
function watch(
  prototype: object,
  name: string,
  tell: (self: unknown, args: unknown[]) => void,
): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
  const original: unknown = descriptor?.value
  if (!descriptor || typeof original !== 'function') {
    throw new Error(`There is no method ${name}.`)
  }
  Object.defineProperty(prototype, name, {
    ...descriptor,
    value(this: unknown, ...args: unknown[]): unknown {
      tell(this, args)
      return Reflect.apply(original, this, args)
    },
  })
  return () => Object.defineProperty(prototype, name, descriptor)
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length + 1 : 1
}

/** Counts the items that a search visits. */
function countSearch(all: unknown, [wanted, from]: unknown[]): number {
  const start = typeof from === 'number' ? from : 0
  const found = Array.isArray(all)
    ? all.indexOf(wanted, start)
    : String(all).indexOf(String(wanted), start)
  return (found < 0 ? sizeOf(all) : found + 1) - start
}

/** Counts the characters of a text that a regular expression reads until it matches or fails. */
function countReads(regex: RegExp, text: string): number {
  const { source, lastIndex } = regex
  const start = regex.sticky || regex.global ? lastIndex : 0
  const match = regex.exec(text)
  regex.lastIndex = lastIndex
  if (match) {
    return match.index - start + match[0].length + 1
  }
  const isFixed = regex.sticky || (source.startsWith('^') && !regex.multiline)
  let reads = 0
  for (let at = start; at <= (isFixed ? start : text.length); at += 1) {
    reads += countReach(regex, text, at)
  }
  return reads
}

/**
 * Counts the characters that a regular expression reads at a place where it does not match, at most
 * doubled. It reads on as long as the text up to there could begin a match.
 */
function countReach({ source, flags }: RegExp, text: string, start: number): number {
  const key = `/${source}/${flags}`
  const partial =
    partials.get(key) ??
    new RegExp(
      source.replace(PART_RE, (part, character?: string) =>
        character === undefined ? part : `(?:${character}|$)`,
      ),
      `${flags.replace(/[gy]/g, '')}y`,
    )
  partials.set(key, partial)
  let size = 1
  while (start + size < text.length) {
    partial.lastIndex = start
    if (!partial.test(text.slice(0, start + size))) {
      break
    }
    size *= 2
  }
  return size
}

function split(names: string): string[] {
  return names.split(' ')
}
