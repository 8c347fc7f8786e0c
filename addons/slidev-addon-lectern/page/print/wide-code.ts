import type { Adaptation } from './adaptation.ts'
import { inPercent, LEAST_SHARE, shareToFit } from './paper-slide.ts'

/** Code that fits at this share of its size or more looks better smaller than with broken lines. */
const LITTLE_SMALLER = 0.8

/** Matches text that is drawn with characters: breaking its lines would wreck it. */
const DRAWING_RE = /[\u2500-\u259F]|^\s*[+|].*[+|]\s*$/m

/** Columns by which the rest of a broken line is indented further than its beginning. */
const HANGING_COLUMNS = 2

const WRAPPED = 'lectern-wrapped'
const STYLE = `
.${WRAPPED}, .${WRAPPED} code { white-space: pre-wrap !important; overflow-wrap: anywhere !important; }
.${WRAPPED} .line {
  display: inline-block;
  width: 100%;
  padding-left: var(--lectern-hanging);
  text-indent: calc(-1 * var(--lectern-hanging));
}
/* The number of the line. */
.${WRAPPED} .line::before { text-indent: 0; }
`

/** How wide code is shown in its box. */
export type CodeChange = { kind: 'none' | 'wrap' } | { kind: 'smaller'; share: number }

/** Decides how code is shown: as it is, a little smaller, or with broken lines. */
export function decideChange(
  text: string,
  contentPx: number,
  roomPx: number,
  isFitted: boolean,
): CodeChange {
  const share = shareToFit(contentPx, roomPx)
  if (share === 1) {
    return { kind: 'none' }
  }
  const isDrawing = DRAWING_RE.test(text)
  if (isFitted && (share >= LITTLE_SMALLER || isDrawing)) {
    return { kind: 'smaller', share: Math.max(share, LEAST_SHARE) }
  }
  return { kind: isDrawing ? 'none' : 'wrap' }
}

/** Prints code that is wider than its box smaller, or breaks its lines. */
export function adaptWideCode(root: HTMLElement, isFitted: boolean): Omit<Adaptation, 'slide'>[] {
  return [...root.querySelectorAll('pre')].flatMap((pre): Omit<Adaptation, 'slide'>[] => {
    const change = pre.checkVisibility()
      ? decideChange(pre.textContent, pre.scrollWidth, pre.clientWidth, isFitted)
      : { kind: 'none' as const }
    if (change.kind === 'none') {
      return []
    }
    const cause = 'because a line is wider than its box'
    if (change.kind === 'smaller') {
      pre.style.setProperty('zoom', String(change.share))
      const message = `code is printed at ${inPercent(change.share)}, ${cause}`
      return [{ kind: 'fit', severity: 'hint', message }]
    }
    wrapLines(pre)
    return [{ kind: 'wrap', severity: 'hint', message: `long lines of code are broken, ${cause}` }]
  })
}

function wrapLines(pre: HTMLElement): void {
  if (!document.querySelector(`style[data-${WRAPPED}]`)) {
    const style = document.createElement('style')
    style.dataset['lecternWrapped'] = ''
    style.textContent = STYLE
    document.head.append(style)
  }
  pre.classList.add(WRAPPED)
  for (const line of pre.querySelectorAll<HTMLElement>('.line')) {
    const columns = /^\s*/.exec(line.textContent)?.[0].length ?? 0
    const number = getComputedStyle(line, '::before')
    const numberPx =
      number.content === 'none'
        ? 0
        : Number.parseFloat(number.width) + Number.parseFloat(number.marginRight)
    line.style.setProperty(
      '--lectern-hanging',
      `calc(${columns + HANGING_COLUMNS}ch + ${numberPx}px)`,
    )
  }
}
