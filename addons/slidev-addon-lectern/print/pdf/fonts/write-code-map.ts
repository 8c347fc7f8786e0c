/** A map has at most so many lines in one block. */
const MOST_LINES = 100

/** Writes which texts the codes of a font stand for, one byte a code, as `ToUnicode` has it. */
export function writeCodeMap(texts: ReadonlyMap<number, string>): Uint8Array {
  const lines = [...texts]
    .toSorted(([a], [b]) => a - b)
    .map(([code, text]) => `<${toHex(Uint8Array.of(code))}> <${toHex(toUtf16(text))}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, index) => {
    const block = lines.slice(index * MOST_LINES, (index + 1) * MOST_LINES)
    return [`${block.length} beginbfchar`, ...block, 'endbfchar'].join('\n')
  })
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <00> <FF> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  )
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase()
}

function toUtf16(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16()
}
