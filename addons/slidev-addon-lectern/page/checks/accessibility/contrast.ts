import type { SourceHint } from '../../../deck/source-lines.ts'
import type { Observation } from '../../observation.ts'

/**
 * Describes a text with too little contrast.
 *
 * @param name - How the message names the text.
 */
export function describeContrast(
  hint: SourceHint,
  name: string,
  { ratio, least, colors }: { ratio: number; least: number; colors: string },
): Observation {
  return {
    hint,
    seen: `${name} has a contrast of ${floorTo(ratio)}:1 (${colors})`,
    expected: `at least ${least}:1, so that it can be read from the last row`,
    fix: 'Choose a darker or lighter color for the text or its background.',
    kind: `contrast of ${colors}`,
  }
}

/** Rounds down, so that a message does not call 4.46 sufficient. */
function floorTo(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}
