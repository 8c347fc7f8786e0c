import type { Observation } from '../page/observation.ts'

/** The fault of a text that does not stand out from its ground. */
export function contrastFault(
  place: Observation['place'],
  name: string,
  { ratio, least, colors }: { ratio: number; least: number; colors: string },
): Observation {
  return {
    place,
    seen: `${name} has a contrast of ${floorTo(ratio)}:1 (${colors})`,
    expected: `at least ${least}:1, or it cannot be read from the last row`,
    fix: 'Choose a darker or lighter color for the text or its ground; the palette of slidev-addon-addon is legible in both modes.',
    kind: `contrast of ${colors}`,
  }
}

/** Rounded down, so that 4.46 is not said to be 4.5. */
function floorTo(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}
