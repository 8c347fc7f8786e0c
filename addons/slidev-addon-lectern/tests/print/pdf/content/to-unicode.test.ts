import type { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { decodeText, readFontText } from '../../../../print/pdf/content/to-unicode.ts'
import { createHandMade, dictOf } from './hand-made-pdf.ts'

/** Returns the text that a font with a code map shows for bytes. */
async function decode(
  map: string,
  bytes: readonly number[],
  subtype: 'Type0' | 'Type3' = 'Type3',
): Promise<string> {
  const made = await createHandMade()
  return decodeIn({ Subtype: subtype, ToUnicode: made.addStream(map) }, bytes, made)
}

function decodeIn(
  entries: { Subtype: string; ToUnicode?: PDFRef },
  bytes: readonly number[],
  { pdf }: Awaited<ReturnType<typeof createHandMade>>,
): string {
  const font = dictOf(pdf, pdf.context.register(pdf.context.obj({ Type: 'Font', ...entries })))
  return decodeText(readFontText(font), Uint8Array.from(bytes))
}

/** A map as Chromium writes it. */
const CHROMIUM = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0003> <0020>
<0113> <D83EDD99>
endbfchar
1 beginbfrange
<0024> <003D> <0041>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`

it('reads the map of a font that Chromium embeds', async () => {
  const codes = [0, 0x24, 0, 3, 1, 0x13, 0, 0x3d]
  expect(await decode(CHROMIUM, codes, 'Type0')).toBe('A 🦙Z')
})

it.each([
  ['a code of one byte', '1 beginbfchar <01> <0041> endbfchar', 'A'],
  ['several characters for a ligature', '1 beginbfchar <01> <006600660069> endbfchar', 'ffi'],
  ['a range', '1 beginbfrange <00> <05> <0061> endbfrange', 'b'],
  ['a range whose last character counts', '1 beginbfrange <00> <05> <00660061> endbfrange', 'fb'],
  ['a range beyond the first plane', '1 beginbfrange <00> <01> <D83EDD98> endbfrange', '🦙'],
  ['a range with a list', '1 beginbfrange <00> <01> [<0078> <0079007A>] endbfrange', 'yz'],
  ['a map with comments', '%!PS (\n1 beginbfchar % <02>\n<01> <0041> endbfchar', 'A'],
  ['the later of two texts', '2 beginbfchar <01> <0041> <01> <0042> endbfchar', 'B'],
  ['text with half a character', '1 beginbfchar <01> <004100> endbfchar', 'A'],
  ['a list that is too short', '1 beginbfrange <00> <01> [<0078>] endbfrange', ''],
  ['a map that breaks off', '2 beginbfchar <01>', ''],
])('reads %s', async (_, map, expected) => {
  expect(await decode(map, [1])).toBe(expected)
})

it('shows nothing for unknown codes, half a code, and fonts without a map', async () => {
  expect(await decode('1 beginbfchar <01> <0041> endbfchar', [2, 1, 3])).toBe('A')
  expect(await decode('1 beginbfchar <0001> <0041> endbfchar', [0, 1, 0], 'Type0')).toBe('A')
  expect(decodeIn({ Subtype: 'Type0' }, [0, 1], await createHandMade())).toBe('')
})
