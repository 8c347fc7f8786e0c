import { andMore, quote } from '../../observation.ts'
import type { Observation } from '../../observation.ts'

/** CSS properties that move an element. Fading and color changes do not count as movement. */
const MOVING = new Set([
  'transform',
  'translate',
  'rotate',
  'scale',
  'left',
  'top',
  'right',
  'bottom',
  'offsetDistance',
])

/** A shorter movement cannot be noticed. */
const BRIEF_MS = 100

/** Selects what Slidev itself moves at a click: click steps, magic move, and popups. */
const SLIDEV_STEP = '.slidev-vclick-target, .shiki-magic-move-container, .v-popper__popper'

/**
 * Returns the element of a slide that an animation of the author is moving.
 *
 * @returns `undefined` if it only fades, has ended, or is Slidev's own.
 */
export function findMoving(animation: Animation, number: number): Element | undefined {
  const { effect, playState } = animation
  if (!(effect instanceof KeyframeEffect) || playState !== 'running') {
    return undefined
  }
  const { duration, iterations } = effect.getComputedTiming()
  const isMoving = effect
    .getKeyframes()
    .some((frame) => Object.keys(frame).some((property) => MOVING.has(property)))
  const isSeen = isMoving && (iterations === Infinity || Number(duration) >= BRIEF_MS)
  const target = effect.target ?? undefined
  const isStep = animation instanceof CSSTransition && target?.closest(SLIDEV_STEP)
  // Slidev's controls are not the author's, and other slides are checked when they are shown.
  const isHere = target?.closest(`[data-slidev-no="${number}"]`)
  return isSeen && isHere && !isStep ? target : undefined
}

/** Describes elements that move although the viewer asks for reduced motion. */
export function describeMovement([first, ...others]: readonly Element[]): Observation[] {
  return first ? [elementMovement(first, others.length)] : []
}

function elementMovement(element: Element, others: number): Observation {
  const text = element.textContent.trim()
  const className = element
    .getAttribute('class')
    ?.split(' ')
    .find((name) => /anim|motion|bounce|spin|pulse/.test(name))
  return {
    hint: { ...(className ? { reference: className } : {}), text },
    seen:
      `${text ? quote(text) : `a <${element.localName}>`}${andMore(others)} ` +
      `${others > 0 ? 'move' : 'moves'} although the viewer asks for reduced motion`,
    expected: 'no movement under prefers-reduced-motion',
    fix: 'End the animation in `@media (prefers-reduced-motion: reduce)`; UnoCSS has `motion-safe:` for it.',
    kind: 'movement',
    severity: 'warning',
  }
}
