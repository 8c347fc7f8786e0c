import type { TextUse } from '../../client/prerendered/capture-view.ts'
import { covers } from './font-faces.ts'
import type { FontFace } from './font-faces.ts'

/** Characters that a page needs of one font file in one weight. */
export interface FontDemand {
  face: FontFace
  weight: number
  characters: Set<string>
  texts: Set<string>
  features: Set<string>
}

/** Lists the characters that the texts of a page need of each font file. */
export function collectDemands(faces: readonly FontFace[], uses: readonly TextUse[]): FontDemand[] {
  const demands = new Map<string, FontDemand>()
  for (const use of uses) {
    for (const character of new Set(use.texts.join(''))) {
      const face = findFace(faces, use, character)
      if (face) {
        const [least, greatest] = face.weights
        const weight = Math.min(Math.max(use.weight, least), greatest)
        const key = `${face.url} ${face.style} ${weight}`
        const demand: FontDemand = demands.get(key) ?? {
          face,
          weight,
          characters: new Set(),
          texts: new Set(),
          features: new Set(),
        }
        demand.characters.add(character)
        use.texts.forEach((text) => demand.texts.add(text))
        use.features.forEach((feature) => demand.features.add(feature))
        demands.set(key, demand)
      }
    }
  }
  return [...demands.values()]
}

/** Whether the deck has a font file for every character of texts. */
export function isCovered(faces: readonly FontFace[], use: TextUse): boolean {
  return [...new Set(use.texts.join(''))].every((one) => findFace(faces, use, one) !== undefined)
}

/** Finds the font file that a browser uses for a character; `undefined` for a font of the system. */
function findFace(
  faces: readonly FontFace[],
  { families, weight, style }: TextUse,
  character: string,
): FontFace | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  for (const family of families) {
    const fitting = faces
      .filter((face) => face.family === family && covers(face, codePoint))
      .toSorted((a, b) => measureMismatch(a, weight, style) - measureMismatch(b, weight, style))
    if (fitting[0]) {
      return fitting[0]
    }
  }
  return undefined
}

/** Measures how unlike a request a font file is: another style counts more than any weight. */
function measureMismatch(
  { weights: [least, greatest], style: own }: FontFace,
  weight: number,
  style: string,
): number {
  const isOtherStyle = (own === 'normal') !== (style === 'normal')
  return Math.max(least - weight, weight - greatest, 0) + (isOtherStyle ? 10_000 : 0)
}
