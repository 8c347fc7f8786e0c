import { contrastOf, luminanceOf } from '../../../client/colors.ts'
import type { Rgb } from '../../../client/colors.ts'
import type { SourceHint } from '../../../deck/source-lines.ts'
import type { Observation } from '../../observation.ts'
import { ADVISED_THEMES, adviseThemes } from './code-themes.ts'
import type { TextStyle } from './text-style.ts'

/** A measured contrast between a text and its background. */
export interface MeasuredContrast {
  ratio: number
  /** Least contrast: 3 for large text, else 4.5. */
  least: number
  /** As drawn, such as `#808080`. */
  color: string
  background: string
  /** Whether the background has several colors, as an image has; `background` is the worst of them. */
  isVaried?: boolean
}

/** Text with less contrast is unreadable, at any size. */
const LEGIBLE = 3

/** Mends what a theme fades after a title, texts and images alike. */
export const UNFADE_SUBTITLES = 'Add `.slidev-layout h1 + p { opacity: 1 }` to styles/index.css.'

/**
 * Describes a text with too little contrast. Texts of one style and colors on several slides have one cause, and so
 * have all tokens of a code theme.
 *
 * @param name - How the message names the text.
 */
export function describeContrast(
  hint: SourceHint,
  name: string,
  measured: MeasuredContrast,
  style: TextStyle,
): Observation {
  return {
    hint,
    expected: `at least ${measured.least}:1, so that it can be read from the last row`,
    isDeckWide: true,
    badness: 1 / measured.ratio,
    ...describe(name, measured, style),
  }
}

type Description = Pick<Observation, 'seen' | 'fix' | 'kind' | 'severity' | 'items'>

function describe(name: string, measured: MeasuredContrast, style: TextStyle): Description {
  if (style.diagram) {
    return ofDiagram(name, measured, style.diagram)
  }
  return style.code ? ofCode(name, measured, style.code) : ofText(name, measured, style)
}

function ofDiagram(
  name: string,
  { ratio, least, color, background }: MeasuredContrast,
  { mode }: NonNullable<TextStyle['diagram']>,
): Description {
  return {
    seen: `the diagram's own colors have {count text color} below ${least}:1, at worst ${floorTo(ratio)}:1 (${color} on ${background}) in ${name}`,
    fix: 'Set a Mermaid theme with more contrast, or `themeVariables`, in setup/mermaid.ts.',
    kind: `diagram colors in ${mode} mode`,
    severity: ratio < LEGIBLE ? 'error' : 'hint',
    items: [color],
  }
}

function ofText(name: string, measured: MeasuredContrast, style: TextStyle): Description {
  const { ratio, color, background, isVaried } = measured
  const { kind } = style
  const severity = ratio < LEGIBLE ? 'error' : 'warning'
  const seen = `${name} has a contrast of ${floorTo(ratio)}:1 (${color} on ${background})`
  const dimming = findDimming(measured, style)
  if (dimming) {
    const { isSubtitle, opacity } = dimming
    return {
      seen: `${seen}, because ${isSubtitle ? 'the paragraph below a title' : `<${dimming.kind}>`} has an opacity of ${opacity}`,
      fix: isSubtitle ? UNFADE_SUBTITLES : 'Give it more opacity, or a color of its own.',
      kind: `contrast of ${isSubtitle ? 'subtitles' : dimming.kind} with an opacity of ${opacity}`,
      severity,
    }
  }
  return {
    seen,
    fix: 'Choose a darker or lighter color for the text or its background.',
    kind: isVaried
      ? `contrast of ${style.color ?? color} on an image in ${kind}`
      : `contrast of ${color} on ${background} in ${kind}`,
    severity,
  }
}

/** Returns the element whose opacity makes a text pale that has enough contrast without it. */
function findDimming(
  { background, least }: MeasuredContrast,
  { color, dimming }: TextStyle,
): TextStyle['dimming'] {
  const isPaleAlone = color === undefined || contrastOf(toRgb(color), toRgb(background)) < least
  return isPaleAlone ? undefined : dimming
}

function ofCode(
  name: string,
  { ratio, least, color, background }: MeasuredContrast,
  { mode, themes }: NonNullable<TextStyle['code']>,
): Description {
  const theme = themes[mode]
  const known = theme === undefined ? 'the code theme' : `the code theme \`${theme}\``
  const advised = ADVISED_THEMES[mode]
  const [brightness, limit] = [background, advised.background].map((hex) => luminanceOf(toRgb(hex)))
  const isAdvised =
    (brightness ?? 0) === limit || (brightness ?? 0) > (limit ?? 0) === (mode === 'light')
  return {
    seen: `${known} has {count token color} below ${least}:1, at worst ${floorTo(ratio)}:1 (${color} on ${background}) in ${name}`,
    fix:
      isAdvised && theme !== advised.name
        ? `${adviseThemes(mode, themes)}: \`${advised.name}\` has none on ${background}.`
        : 'Set a code theme with more contrast in setup/shiki.ts, or another `--slidev-code-background`.',
    kind: `code colors in ${mode} mode`,
    severity: ratio < LEGIBLE ? 'warning' : 'hint',
    items: [color],
  }
}

/** Rounds down, so that a message does not call 4.46 sufficient. */
function floorTo(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}

/** Reads `#808080`. */
export function toRgb(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** Writes `#808080`. */
export function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
