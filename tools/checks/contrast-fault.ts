import type { Fault } from './fault.ts'

/** The fault of a text that does not stand out from its ground. */
export function contrastFault(
  place: Fault['place'],
  name: string,
  { ratio, least, colours }: { ratio: number; least: number; colours: string },
): Fault {
  return {
    place,
    seen: `${name} has a contrast of ${floorTo(ratio)}:1 (${colours})`,
    expected: `at least ${least}:1, or it cannot be read from the last row`,
    fix: 'Choose a darker or lighter colour for the text or its ground; the palette of slidev-addon-addon is legible in both modes.',
    kind: `contrast of ${colours}`,
  }
}

/** Rounded down, so that 4.46 is not said to be 4.5. */
function floorTo(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}
