import { crc32, deflateSync } from 'node:zlib'

/** Parts of a PNG file. */
export interface PngParts {
  width: number
  height: number
  bitsPerSample?: number
  /** @default 3, a palette */
  kind?: number
  isInterlaced?: boolean
  /** Further chunks before the pixels. */
  chunks?: readonly (readonly [type: string, data: readonly number[]])[]
  /** The rows, each begun by its filter. */
  rows: readonly (readonly number[])[]
}

/** Returns a PNG file. */
export function writePng({
  width,
  height,
  bitsPerSample = 8,
  kind = 3,
  isInterlaced = false,
  chunks = [],
  rows,
}: PngParts): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitsPerSample, kind, 0, 0, isInterlaced ? 1 : 0], 8)
  const packed = deflateSync(Buffer.from(rows.flat()))
  const half = Math.ceil(packed.length / 2)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    writeChunk('IHDR', header),
    ...chunks.map(([type, data]) => writeChunk(type, Buffer.from(data))),
    writeChunk('IDAT', packed.subarray(0, half)),
    writeChunk('IDAT', packed.subarray(half)),
    writeChunk('IEND', Buffer.alloc(0)),
  ])
}

function writeChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}

/** Filters a row of bytes; filters are numbered as in the PNG specification, section 9. */
export function filterRow(
  filter: number,
  row: readonly number[],
  above: readonly number[],
): number[] {
  const filtered = row.map((value, x) => {
    const [left, up, upLeft] = [row[x - 1] ?? 0, above[x] ?? 0, above[x - 1] ?? 0]
    const estimate = left + up - upLeft
    const nearest = [left, up, upLeft].toSorted(
      (one, other) => Math.abs(estimate - one) - Math.abs(estimate - other),
    )[0]
    const predicted = [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0
    return (value - predicted + 256) % 256
  })
  return [filter, ...filtered]
}
