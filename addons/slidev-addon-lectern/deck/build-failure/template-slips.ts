import { Script } from 'node:vm'

import type { SlideModel } from '../read-deck.ts'
import { joinLines } from '../source-lines.ts'

/** Slip in the HTML or the expressions of a slide. */
export interface TemplateSlip {
  /** 1-based line of the author's file. */
  line: number
  /** Text as typed, such as `<div>` or `{{ a b }}`. */
  typed: string
}

/** Matches what is shown as typed, or is no HTML: code, comments, scripts, styles and math. */
const LITERAL_RE =
  /^( {0,3})(`{3,}|~{3,})[^\n]*\n[^]*?(?:\n\1[ ]*\2[`~]*[ ]*(?=\n|$)|$)|<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\3\s*>|$)|(`+)(?!`)[^]*?[^`]\4(?!`)|^\$\$[^]*?^\$\$|\$[^$\n]+\$/gm

/** Matches a tag as Markdown knows it, with line breaks between its attributes. */
const TAG_RE =
  /<(\/?)([a-z][\w.-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi

/** Matches attributes whose value is an expression: `:src="…"`, `v-if="…"`, `@click="…"`. */
const BOUND_RE = /\s((?::|@|v-)[^\s"'<>=]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const EXPRESSION_RE = /\{\{([^]*?)\}\}/g

/** Directives whose value has a syntax of its own. */
const OWN_SYNTAX_RE = /^v-(?:for|slot)\b/

const VOID_RE = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Tag in a slide's source. */
interface Tag {
  name: string
  offset: number
  typed: string
}

/** Finds tags without their partner: opened and not closed, or closed and not opened. */
export function findUnbalancedTags(slide: SlideModel): TemplateSlip[] {
  const text = maskLiterals(joinLines(slide.contentLines))
  const open: Tag[] = []
  const lost: Tag[] = []
  for (const { 0: typed, 1: close, 2: name = '', 4: selfClosing, index } of text.matchAll(TAG_RE)) {
    const tag = { name, offset: index, typed }
    if (selfClosing || VOID_RE.test(name)) {
      continue
    }
    if (!close) {
      open.push(tag)
      continue
    }
    const partner = open.findLastIndex((each) => each.name.toLowerCase() === name.toLowerCase())
    if (partner === -1) {
      lost.push(tag)
    } else {
      lost.push(...open.splice(partner).slice(1))
    }
  }
  return [...lost, ...open]
    .toSorted((one, other) => one.offset - other.offset)
    .map((tag) => toSlip(slide, text, tag))
}

/** Matches a tag with a quotation mark or "<" within the name of an attribute, and what follows it. */
const ATTRIBUTE_SLIP_RE =
  /<[a-z][\w.-]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*[^\s>/=][^\s"'<>/=]*["'<][^\s>]*/i

/** Finds the first tag with a quotation mark or "<" within the name of an attribute. */
export function findAttributeSlip(slide: SlideModel): TemplateSlip | undefined {
  const text = maskLiterals(joinLines(slide.contentLines))
  const slip = ATTRIBUTE_SLIP_RE.exec(text)
  return slip ? toSlip(slide, text, { name: '', offset: slip.index, typed: slip[0] }) : undefined
}

/** Finds the first attribute whose value has "v-drag" in it, which Slidev takes for its directive. */
export function findDraggedValue(slide: SlideModel): TemplateSlip | undefined {
  const text = maskLiterals(joinLines(slide.contentLines))
  for (const { 0: tag, index } of text.matchAll(TAG_RE)) {
    const value =
      /[\w:@.-]+\s*=\s*(?:"[^"]*(?<![</\w])v-drag[^"]*"|'[^']*(?<![</\w])v-drag[^']*')/i.exec(tag)
    if (value) {
      return toSlip(slide, text, { name: '', offset: index + value.index, typed: value[0] })
    }
  }
  return undefined
}

/** Finds tags that begin within a paragraph and end in another one; Markdown closes the paragraph in between. */
export function findTornTags(slide: SlideModel): TemplateSlip[] {
  const text = maskLiterals(joinLines(slide.contentLines))
  return [...text.matchAll(TAG_RE)].flatMap(({ 0: typed, 1: close, 2: name = '', index }) => {
    const isInParagraph = /\S[^\n]*$/.test(text.slice(0, index).split('\n').at(-1) ?? '')
    const end = text.toLowerCase().indexOf(`</${name.toLowerCase()}`, index)
    const isTorn = end !== -1 && /\n\s*\n/.test(text.slice(index, end))
    return !close && isInParagraph && isTorn
      ? [toSlip(slide, text, { name, offset: index, typed })]
      : []
  })
}

/** Finds expressions that are no JavaScript, in `{{ }}` and in attributes. */
export function findBrokenExpressions(slide: SlideModel): TemplateSlip[] {
  const text = maskLiterals(joinLines(slide.contentLines))
  const inText = [...text.matchAll(EXPRESSION_RE)].filter(
    ([, expression = '']) => expression.trim() !== '' && !isExpression(expression),
  )
  const inTags = [...text.matchAll(BOUND_RE)].filter(
    ([, name = '', quoted, single = '']) => !OWN_SYNTAX_RE.test(name) && !isCode(quoted ?? single),
  )
  return [...inText, ...inTags]
    .toSorted((one, other) => one.index - other.index)
    .map(({ 0: typed, index }) => ({
      line: lineAt(slide, text, index + typed.length - typed.trimStart().length),
      typed: typed.trim(),
    }))
}

/** Whether a text is an expression of JavaScript; it is not run. */
function isExpression(text: string): boolean {
  return isScript(`(${text}\n)`)
}

/** Whether a text is an expression or statements of JavaScript; an empty one is neither wrong. */
function isCode(text: string): boolean {
  return text.trim() === '' || isExpression(text) || isScript(`async () => {${text}\n}`)
}

function isScript(text: string): boolean {
  try {
    void new Script(text)
    return true
  } catch {
    return false
  }
}

/** Replaces literal text by spaces of the same length, so that places stay. */
function maskLiterals(text: string): string {
  return text.replaceAll(LITERAL_RE, (literal) => literal.replaceAll(/[^\n]/g, ' '))
}

function toSlip(slide: SlideModel, text: string, { offset, typed }: Tag): TemplateSlip {
  return { line: lineAt(slide, text, offset), typed: typed.replaceAll(/\s+/g, ' ') }
}

function lineAt({ contentLines }: SlideModel, text: string, offset: number): number {
  const index = text.slice(0, offset).split('\n').length - 1
  return contentLines[index]?.number ?? 1
}
