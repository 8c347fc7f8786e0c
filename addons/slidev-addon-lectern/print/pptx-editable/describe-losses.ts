import { quote } from '../../page/observation.ts'
import type { Loss, SlideFacts } from '../../page/print/editable-slides.ts'
import type { UnplacedProblem } from '../print-problem.ts'
import type { ExportReport } from './slidev-exporter.ts'

/**
 * Returns what an editable PPTX does not show as the slides do, or does not let its reader edit.
 *
 * @param fonts - Names of the fonts of its texts.
 */
export function describeLosses(
  report: ExportReport,
  slides: readonly SlideFacts[],
  fonts: readonly string[],
): UnplacedProblem[] {
  const whole = new Map(report.fallbackSlides.map(({ no, reason }) => [no, reason]))
  return [
    ...[...whole].map(([slide, reason]): UnplacedProblem => ({
      slide,
      severity: 'warning',
      message: `The slide is one image, with its text as alternative text: ${reason}.`,
    })),
    ...slides
      .filter(({ slide }) => !whole.has(slide))
      .flatMap(({ slide, losses }) => losses.map((loss) => ({ slide, ...describeLoss(loss) }))),
    ...describeReport(report),
    ...describeFonts(fonts),
  ]
}

function describeLoss({ kind, hint, name }: Loss): UnplacedProblem {
  const messages: Readonly<Record<Loss['kind'], Pick<UnplacedProblem, 'severity' | 'message'>>> = {
    picture: { severity: 'error', message: `The picture ${quote(name)} is not in the PPTX.` },
    text: { severity: 'error', message: `The text ${quote(name)} is not in the PPTX.` },
    mark: {
      severity: 'warning',
      message: `The CSS mark ${name} is not in the PPTX. Type it as text, or place it absolutely.`,
    },
    image: {
      severity: 'hint',
      message: `The text ${quote(name)} is an image in the PPTX, with an alternative text.`,
    },
    formula: {
      severity: 'hint',
      message: 'Formulas are images in the PPTX, with their TeX as the alternative text.',
    },
  }
  return { hint, ...messages[kind] }
}

/** Describes what Slidev does not say the slide of. */
function describeReport({ isolationMissed, unparsedColors }: ExportReport): UnplacedProblem[] {
  const problems: UnplacedProblem[] = []
  if (isolationMissed > 0) {
    problems.push({
      severity: 'warning',
      message: `${isolationMissed} images of the PPTX may show text a second time that is in a text box as well.`,
    })
  }
  if (unparsedColors.length > 0) {
    problems.push({
      severity: 'warning',
      message: `The PPTX lacks what has these colors: ${unparsedColors.join(', ')}. Write them as #rrggbb or oklch().`,
    })
  }
  return problems
}

/** Fonts that every PowerPoint has, in lower case. */
const COMMON_FONTS = new Set([
  'arial',
  'calibri',
  'cambria',
  'courier new',
  'georgia',
  'times new roman',
  'verdana',
])

/** Names the fonts of texts that their reader may not have. */
function describeFonts(fonts: readonly string[]): UnplacedProblem[] {
  const rare = fonts.filter((name) => !COMMON_FONTS.has(name.toLowerCase()))
  return rare.length === 0
    ? []
    : [
        {
          severity: 'hint',
          message: `A PPTX has no fonts in it. It looks right where these are installed: ${rare.join(', ')}.`,
        },
      ]
}
