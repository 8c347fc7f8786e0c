/** Amounts of X, Y and Z. */
type Color = readonly [x: number, y: number, z: number]

/** White that profiles relate colors to: D50, in the precision of the ICC specification. */
const WHITE: Color = [0.9642, 1, 0.8249]

/** Red and green of sRGB under that white (Bradford adaptation from D65); blue is what the white has besides. */
const RED: Color = [0.43607, 0.2225, 0.01393]
const GREEN: Color = [0.38506, 0.71688, 0.0971]
const BLUE: Color = [
  WHITE[0] - RED[0] - GREEN[0],
  WHITE[1] - RED[1] - GREEN[1],
  WHITE[2] - RED[2] - GREEN[2],
]

/** Rows of the matrix that adapts colors from D65, the white of sRGB, to D50. */
const ADAPTATION: readonly [Color, Color, Color] = [
  [1.04788, 0.02292, -0.0502],
  [0.02959, 0.99048, -0.01706],
  [-0.00923, 0.01508, 0.75168],
]

/** Parameters g, a, b, c and d of the curve of sRGB: (a·x + b)^g from d on, and c·x below. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const

/** Length of the header of a profile, in bytes. */
const HEADER_LENGTH = 128

/**
 * Creates an ICC profile of sRGB (IEC 61966-2-1), which defines the colors of a web page: version 4, a matrix with one
 * parametric curve. It is computed from the published numbers, so nobody's license applies. Half a kilobyte.
 *
 * @see https://www.color.org/specification/ICC1v43_2010-12.pdf
 */
export function createSrgbProfile(): Uint8Array {
  const curve = ['para', 0, 3 << 16, ...CURVE.map(toFixed)] as const
  const tags: Record<string, Uint8Array> = {
    desc: text('sRGB'),
    cprt: text('No copyright, use freely'),
    wtpt: xyz(WHITE),
    chad: pack(['sf32', 0, ...ADAPTATION.flat().map(toFixed)]),
    rXYZ: xyz(RED),
    gXYZ: xyz(GREEN),
    bXYZ: xyz(BLUE),
  }
  // The three colors have one curve, which is stored once.
  const entries = Object.entries(tags).map(([name, data]) => ({ names: [name], data }))
  return joinTags([...entries, { names: ['rTRC', 'gTRC', 'bTRC'], data: pack(curve) }])
}

/** Joins the header, the table of tags and their data. */
function joinTags(entries: readonly { names: string[]; data: Uint8Array }[]): Uint8Array {
  const count = entries.flatMap(({ names }) => names).length
  let end = HEADER_LENGTH + 4 + count * 12
  const table: (string | number)[] = [count]
  for (const { names, data } of entries) {
    table.push(...names.flatMap((name) => [name, end, data.length]))
    end += data.length
  }
  const parts = [pack(headerOf(end)), pack(table), ...entries.map(({ data }) => data)]
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

/** Returns the header of a profile for displays. Its date is fixed, so that the bytes are. */
function headerOf(length: number): (string | number)[] {
  const [year, month, day] = [2000, 1, 1]
  const date = [(year << 16) | month, day << 16, 0]
  const start = [length, 0, 4 << 24, 'mntr', 'RGB ', 'XYZ ', ...date, 'acsp']
  const unused = [0, 0, 0, 0, 0, 0, 0]
  const filled = [...start, ...unused, ...WHITE.map(toFixed)]
  return [...filled, ...Array<number>(HEADER_LENGTH / 4 - filled.length).fill(0)]
}

function xyz(color: Color): Uint8Array {
  return pack(['XYZ ', 0, ...color.map(toFixed)])
}

/** Returns an English text in ASCII, padded to full words of four bytes. */
function text(value: string): Uint8Array {
  const padded = value.padEnd(value.length + (value.length % 2), '\0')
  // In UTF-16.
  const units = Array.from(padded, (character) => `\0${character}`).join('')
  const start = 28
  return pack(['mluc', 0, 1, 12, 'enUS', value.length * 2, start, units])
}

/** Returns a number in the format of profiles: with 16 bits before the point and 16 behind it. */
function toFixed(value: number): number {
  return Math.round(value * 0x1_00_00)
}

/** Packs numbers of four bytes, the highest one first, and texts of one byte a character. */
function pack(values: readonly (string | number)[]): Uint8Array {
  return new Uint8Array(
    values.flatMap((value) =>
      typeof value === 'string'
        ? Array.from(value, (character) => character.charCodeAt(0))
        : [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 0xff),
    ),
  )
}
