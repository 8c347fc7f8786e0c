/** Lengths of a font's header and of each entry of its table directory, in bytes. */
const HEADER_LENGTH = 12
const ENTRY_LENGTH = 16

/** Empty table of names: format 0, no records, strings right behind its header. */
const NO_NAMES = Buffer.from([0, 0, 0, 0, 0, 6])

/**
 * Removes the names, copyright and version from a font, which are 10 % of a small subset. The deck's whole font
 * keeps them.
 *
 * @param font - Uncompressed font (OpenType specification, "Organization of an OpenType Font").
 */
export function dropNames(font: Buffer): Buffer {
  const count = font.readUInt16BE(4)
  const directory = Buffer.from(font.subarray(0, HEADER_LENGTH + ENTRY_LENGTH * count))
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER_LENGTH + ENTRY_LENGTH * index
    const start = font.readUInt32BE(entry + 8)
    const table =
      font.toString('latin1', entry, entry + 4) === 'name'
        ? NO_NAMES
        : font.subarray(start, start + font.readUInt32BE(entry + 12))
    // Tables begin at multiples of four.
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat(parts)
}
