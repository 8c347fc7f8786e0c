/*
 * Reads tables of uncompressed fonts (OpenType specification, "Organization of an OpenType Font").
 */

/** Bit of a font's `fsType` that forbids subsets. */
const NO_SUBSETTING = 0x0100

/** Tells whether the license of a font forbids to make smaller fonts of it. */
export function forbidsSubsets(font: Buffer): boolean {
  const table = findTable(font, 'OS/2')
  return table !== undefined && (table.readUInt16BE(8) & NO_SUBSETTING) !== 0
}

/** Tells whether a font has an axis, such as `wght`; without one it has a single weight, whatever a style declares. */
export function hasAxis(font: Buffer, axis: string): boolean {
  const table = findTable(font, 'fvar')
  if (!table) {
    return false
  }
  const [start, count, size] = [4, 8, 10].map((offset) => table.readUInt16BE(offset))
  return Array.from({ length: count ?? 0 }, (_, index) => {
    const offset = (start ?? 0) + index * (size ?? 0)
    return table.toString('latin1', offset, offset + 4)
  }).includes(axis)
}

function findTable(font: Buffer, tag: string): Buffer | undefined {
  const count = font.readUInt16BE(4)
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) {
      const start = font.readUInt32BE(entry + 8)
      return font.subarray(start, start + font.readUInt32BE(entry + 12))
    }
  }
  return undefined
}
