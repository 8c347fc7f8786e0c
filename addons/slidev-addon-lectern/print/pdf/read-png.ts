/** A PNG file with pixels that a PDF can hold the way they are packed in the file. */
export interface Png {
  /** The whole file. */
  file: Uint8Array
  /** In pixels. */
  width: number
  /** In pixels. */
  height: number
  bitsPerSample: number
  /** Number of samples of a pixel. */
  channels: 1 | 3
  /** Red, green and blue of each color; empty where the samples are the colors themselves. */
  palette: Uint8Array
  /** Opacity of the palette's first colors, 0 to 255; the others are opaque. */
  opacities: Uint8Array
  /** The rows of pixels, filtered and compressed. */
  packed: Uint8Array
}

/** First bytes of every PNG file. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Kinds of pixels in the file's header. */
const GRAY = 0
const RGB = 2
const PALETTE = 3

/** Chunks that change the colors or the orientation of the image, or animate it. */
const COLOR_CHUNKS = new Set(['gAMA', 'cHRM', 'iCCP', 'cICP', 'eXIf', 'acTL'])

/**
 * Reads a PNG file.
 *
 * @returns `undefined` for another kind of file, and for a PNG that a PDF cannot hold as it is, because its
 *   pixels have an opacity each or 16 bits a sample, or it is interlaced or has a color profile.
 */
export function readPng(bytes: Uint8Array): Png | undefined {
  const chunks = listChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (
    header?.length !== 13 ||
    chunks.at(-1)?.type !== 'IEND' ||
    chunks.some(({ type }) => COLOR_CHUNKS.has(type))
  ) {
    return undefined
  }
  const bitsPerSample = header.readUInt8(8)
  const kind = header.readUInt8(9)
  const isInterlaced = header.readUInt8(12) !== 0
  const palette = dataOf(chunks, 'PLTE')
  const opacities = dataOf(chunks, 'tRNS')
  const isKnown =
    kind === PALETTE ? palette.length > 0 : (kind === GRAY || kind === RGB) && !opacities.length
  const hasFewBits = bitsPerSample <= 8
  if (isInterlaced || !isKnown || !hasFewBits) {
    return undefined
  }
  return {
    file: bytes,
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitsPerSample,
    channels: kind === RGB ? 3 : 1,
    palette: kind === PALETTE ? palette : new Uint8Array(),
    opacities: opacities.every((opacity) => opacity === 255) ? new Uint8Array() : opacities,
    packed: dataOf(chunks, 'IDAT'),
  }
}

interface Chunk {
  type: string
  data: Buffer
}

/** Lists the chunks of a PNG file up to the first that is not whole. */
function listChunks(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  if (file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    let at = SIGNATURE.length
    // Length, type, data and a checksum.
    while (at + 12 <= file.length && at + 12 + file.readUInt32BE(at) <= file.length) {
      const end = at + 8 + file.readUInt32BE(at)
      chunks.push({
        type: file.toString('latin1', at + 4, at + 8),
        data: file.subarray(at + 8, end),
      })
      at = end + 4
    }
  }
  return chunks
}

/** Joins the data of all chunks of one type. */
function dataOf(chunks: readonly Chunk[], wanted: string): Uint8Array {
  return Buffer.concat(chunks.filter(({ type }) => type === wanted).map(({ data }) => data))
}
