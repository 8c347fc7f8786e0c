import type { Explanation } from '../explanation.ts'
import type { DeckModel } from '../read-deck.ts'
import { findPattern, findTyped, nameBesideDeck, placeAt } from './locate.ts'
import type { Location } from './locate.ts'
import {
  findAttributeSlip,
  findBrokenExpressions,
  findDraggedValue,
  findTornTags,
  findUnbalancedTags,
} from './template-slips.ts'

/** Message of a plugin of the bundler on a file. */
export interface PluginError {
  deck: DeckModel
  location: Location
  /** First line of its message. */
  message: string
  /** Further lines, such as the quoted source. */
  rest: string
}

/** Explains one kind of error. */
type Explain = (error: PluginError, ...groups: string[]) => Explanation

const KINDS: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [/^Element is missing end tag|^Invalid end tag/, explainTag],
  [/^Attribute name cannot contain/, explainAttribute],
  [/^Error parsing JavaScript expression: (.*?)(?: \(\d+:\d+\))?$/, explainExpression],
  [/^\[vue\/compiler-sfc\] (.*?)(?: \(\d+:\d+\))?$/, explainScript],
  [/^Code snippet path (not found|escapes the project root): (.+)/, explainSnippet],
  [/^Language `(.+?)` is not included/, explainLanguage],
  [/^Preprocessor dependency "(.+?)" not found/, explainPreprocessor],
  [/^\[postcss\] ENOENT: .* open '(.+)'/, explainStyleImport],
  [/^\[postcss\] (?:.*:\d+:\d+: )?(.*)/, explainStyle],
]

/** Explains an error of one of the bundler's plugins. */
export function explainPluginError(error: PluginError): Explanation {
  for (const [pattern, explain] of KINDS) {
    const groups = pattern.exec(error.message)
    if (groups) {
      return explain(error, ...groups.slice(1).map((group) => group ?? ''))
    }
  }
  return explainOther(error)
}

function explainTag({ location, message }: PluginError): Explanation {
  const { slide } = location
  const [slip] = slide ? findUnbalancedTags(slide) : []
  const [torn] = slide && !slip ? findTornTags(slide) : []
  if (torn) {
    return {
      ...placeAt(location, torn.line),
      seen: `${torn.typed} begins within a paragraph, and ends after a blank line`,
      expected: 'tags that begin and end in the same paragraph',
      fix: 'Put the tag on a line of its own.',
    }
  }
  const tag = /[a-z][\w.-]*/i.exec(slip?.typed ?? '')?.[0]
  const isEnd = slip ? slip.typed.startsWith('</') : message.startsWith('Invalid')
  return {
    ...placeAt(location, slip?.line),
    seen: isEnd
      ? `${slip?.typed ?? 'an end tag'} ends nothing`
      : `${slip?.typed ?? 'a tag'} has no end`,
    expected: 'an end for each tag, and a tag for each end',
    fix: isEnd
      ? `Remove it, or add ${tag ? `<${tag}>` : 'the tag'} before it.`
      : `Add ${tag ? `</${tag}>` : 'the end'}, or write &lt; where "<" is text.`,
  }
}

/** Explains a sign in the place of an attribute. Slidev itself may have written it, next to `v-drag`. */
function explainAttribute({ location }: PluginError): Explanation {
  const { slide } = location
  const slip = slide && findAttributeSlip(slide)
  const dragged = slide && !slip ? findDraggedValue(slide) : undefined
  if (dragged) {
    return {
      ...placeAt(location, dragged.line),
      seen: `Slidev takes "v-drag" in ${dragged.typed} for its directive, and writes another attribute behind it`,
      expected: 'values of attributes without "v-drag"',
      fix: 'Write the value in another way.',
    }
  }
  return {
    ...placeAt(location, slip?.line),
    seen: `a quotation mark or "<" stands where an attribute's name should be${slip ? `: ${slip.typed}` : ''}`,
    expected: 'attributes such as title="text"',
    fix: 'Close the quotation or the tag before it. In a value, write &quot; for a quotation mark.',
  }
}

function explainExpression({ location }: PluginError, reason = ''): Explanation {
  const [slip] = location.slide ? findBrokenExpressions(location.slide) : []
  const isAttribute = slip !== undefined && !slip.typed.startsWith('{{')
  return {
    ...placeAt(location, slip?.line),
    seen: `${slip?.typed ?? 'an expression'} is no JavaScript: ${reason}`,
    expected: isAttribute
      ? 'an expression after an attribute that begins with ":", "@" or "v-"'
      : 'an expression between double braces, because Vue computes it',
    fix: isAttribute
      ? 'Correct it, or leave out the ":" for plain text.'
      : 'Correct it. To show braces as text, put them in backticks or in <span v-pre>…</span>.',
  }
}

/** Finds the line by its text, which the compiler quotes above a mark: `18 |  const b = = 2`. */
function explainScript({ location, rest }: PluginError, reason = ''): Explanation {
  const lines = rest.split('\n')
  const mark = lines.findIndex((line) => /^\s*\|\s*\^/.test(line))
  const typed = (lines[mark - 1] ?? '').replace(/^\s*\d+\s*\|\s*/, '').trim()
  return {
    ...placeAt(location, findTyped(location, typed)),
    seen: `${typed === '' ? 'the script' : `"${typed}"`} is no JavaScript: ${reason}`,
    expected: 'a script that can be read',
    fix: 'Correct the script.',
  }
}

function explainSnippet({ deck, location }: PluginError, problem = '', path = ''): Explanation {
  const name = path.split('/').at(-1) ?? path
  const isMissing = problem === 'not found'
  const found = location.slide?.contentLines.find(
    ({ text }) => text.trimStart().startsWith('<<<') && text.includes(name),
  )
  return {
    ...placeAt(location, found?.number),
    check: 'links',
    seen: `"${found?.text.trim() ?? `<<< ${name}`}" names a file ${isMissing ? 'that does not exist' : "outside of the deck's project"}`,
    expected: isMissing ? `the file ${nameBesideDeck(deck, path)}` : "a file in the deck's project",
    fix: isMissing
      ? 'Correct the path, or put the file there. "@/" is the folder of the deck.'
      : 'Copy the file into the project.',
  }
}

function explainLanguage({ location }: PluginError, language = ''): Explanation {
  const found = location.slide?.contentLines.find(
    ({ text }) => /^\s*(?:`{3,}|~{3,}|<<<)/.test(text) && text.includes(language),
  )
  return {
    ...placeAt(location, found?.number),
    seen: `the code's language is "${language}", which the highlighter does not know`,
    expected: 'a language that Shiki highlights, such as ts, python or bash',
    fix: 'Correct the name, or write "text".',
  }
}

function explainPreprocessor({ location }: PluginError, name = ''): Explanation {
  return {
    ...placeAt(location, findPattern(location, /<style\b[^>]*\blang=/)),
    seen: `a style needs the package ${name}, which is not installed`,
    expected: 'a style in CSS, or the package that compiles it',
    fix: `Install it: npm install -D ${name}. Or write the style in CSS.`,
  }
}

function explainStyleImport({ location }: PluginError, name = ''): Explanation {
  return {
    ...placeAt(location, findTyped(location, name)),
    check: 'links',
    seen: `the style imports "${name}", which does not exist`,
    expected: 'the path of a style sheet',
    fix: 'Correct the path, or put the file there.',
  }
}

function explainStyle({ location }: PluginError, reason = ''): Explanation {
  return {
    ...placeAt(location, findPattern(location, /<style\b/)),
    seen: `the style is no CSS: ${reason.replace(/\.$/, '')}`,
    expected: 'rules with all their braces closed',
    fix: 'Correct the style.',
  }
}

function explainOther({ deck, location, message }: PluginError): Explanation {
  const reason = message.replaceAll(`${deck.folder}/`, '').replace(/\.$/, '')
  return {
    ...placeAt(location),
    seen: `the ${location.slide ? 'slide' : 'file'} cannot be compiled: ${reason}`,
    expected: 'Markdown, HTML and Vue that compile',
    fix: 'Correct it there.',
  }
}
