import { nextFrame } from '../next-frame.ts'
import { inPx } from '../observation.ts'
import type { Observation } from '../observation.ts'
import type { Adaptation } from './adaptation.ts'
import { inPercent, LEAST_SHARE, shareToFit } from './paper-slide.ts'

/** Selects Slidev's box around a code editor. */
const EDITOR = '.slidev-monaco-container'

/** Space that Slidev leaves above and below an editor, in CSS px. */
const INSET_PX = 4

/** Shows all the code of editors, which draw only the lines in sight. */
export async function openEditors(
  root: HTMLElement,
  isFitted: boolean,
): Promise<Omit<Adaptation, 'slide'>[]> {
  const changes: Omit<Adaptation, 'slide'>[] = []
  for (const editor of root.querySelectorAll<HTMLElement>(EDITOR)) {
    const hiddenPx = await openDown(editor)
    if (hiddenPx > 1) {
      const message = `an editor is printed open: ${inPx(hiddenPx)} of its code were out of sight`
      changes.push({ kind: 'scroll', severity: 'hint', message })
    }
    const share = isFitted ? shareToShowLines(editor) : 1
    if (share < 1) {
      editor.style.setProperty('zoom', String(share))
      await untilArranged()
      const message = `an editor is printed at ${inPercent(share)}, because a line of its code is wider`
      changes.push({ kind: 'fit', severity: 'warning', message })
    }
  }
  return changes
}

/** Makes an editor as high as its code, and returns how much of that was out of sight, in CSS px. */
async function openDown(editor: HTMLElement): Promise<number> {
  const box = editor.querySelector<HTMLElement>('.slidev-monaco-container-inner')
  if (!box) {
    return 0
  }
  const missingPx = measureLines(editor, 'height') + INSET_PX - box.offsetHeight
  if (missingPx > 0) {
    box.style.height = `${box.offsetHeight + missingPx}px`
    await untilArranged()
  }
  return missingPx
}

/** Returns the share of its size at which an editor shows its lines whole; a diff breaks them itself. */
function shareToShowLines(editor: HTMLElement): number {
  const isDiff = editor.querySelector('.monaco-diff-editor') !== null
  const view = editor.querySelector<HTMLElement>('.monaco-scrollable-element.editor-scrollable')
  const linesPx = measureLines(editor, 'width')
  return view && !isDiff ? Math.max(LEAST_SHARE, shareToFit(linesPx, view.offsetWidth)) : 1
}

/** Returns the size of an editor's lines, those out of sight included; of the larger of two that are compared. */
function measureLines(editor: HTMLElement, side: 'width' | 'height'): number {
  const lines = [...editor.querySelectorAll<HTMLElement>('.view-lines')]
  return Math.max(0, ...lines.map(({ style }) => Number.parseFloat(style[side]) || 0))
}

/** Waits until editors have seen their new size, in the next frame, and drawn their lines, in the one after it. */
async function untilArranged(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await nextFrame()
  }
}

/** Finds editors that reach beyond the slide's bottom edge; no check looks into an editor. */
export function inspectEditors(root: HTMLElement): Pick<Observation, 'seen' | 'severity'>[] {
  const { bottom, width } = root.getBoundingClientRect()
  const bottoms = [...root.querySelectorAll(EDITOR)].map(
    (editor) => editor.getBoundingClientRect().bottom,
  )
  const beyondPx = ((Math.max(...bottoms) - bottom) * root.offsetWidth) / width
  return beyondPx > 1
    ? [{ seen: `an editor reaches up to ${inPx(beyondPx)} beyond the slide's bottom edge` }]
    : []
}
