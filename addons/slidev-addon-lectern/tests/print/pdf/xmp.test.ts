import { PDFDocument, PDFName, PDFStream } from 'pdf-lib'
import { expect, it } from 'vitest'

import { writeDocumentFacts } from '../../../print/pdf/document-facts.ts'
import type { DocumentFacts } from '../../../print/pdf/document-facts.ts'
import { writeXmp } from '../../../print/pdf/xmp.ts'
import type { Claims } from '../../../print/pdf/xmp.ts'

const NO_CLAIM: Claims = { isUniversal: false }

async function createPdf(facts: DocumentFacts): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage()
  pdf.setProducer('Skia/PDF')
  pdf.setCreationDate(new Date('2024-09-30T12:34:56.789Z'))
  writeDocumentFacts(pdf, facts)
  return pdf
}

function metadataOf(pdf: PDFDocument): PDFStream {
  return pdf.catalog.lookup(PDFName.of('Metadata'), PDFStream)
}

/** Returns the metadata of a saved PDF with these facts. */
async function packetOf(facts: DocumentFacts, claims: Claims): Promise<string> {
  const pdf = await createPdf(facts)
  writeXmp(pdf, facts, claims)
  const saved = await PDFDocument.load(await pdf.save(), { updateMetadata: false })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(metadataOf(saved).getContents())
}

it('repeats what the Info dictionary says', async () => {
  const facts = {
    title: 'A talk',
    author: 'Ada',
    subject: 'On it.',
    keywords: 'a, b c',
    language: 'de',
  }
  const packet = await packetOf(facts, NO_CLAIM)
  expect(packet.replace('\uFEFF', '(byte order mark)')).toMatchInlineSnapshot(`
    "<?xpacket begin="(byte order mark)" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A talk</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">On it.</rdf:li></rdf:Alt></dc:description>
    <dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>
    <pdf:Keywords>a, b c</pdf:Keywords>
    <pdf:Producer>Skia/PDF</pdf:Producer>
    <xmp:CreatorTool>Slidev</xmp:CreatorTool>
    <xmp:CreateDate>2024-09-30T12:34:56Z</xmp:CreateDate>
    <xmp:ModifyDate>2024-09-30T12:34:56Z</xmp:ModifyDate>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>"
  `)
})

it('leaves out what is not known', async () => {
  const packet = await packetOf({ title: 'A talk', language: 'en' }, NO_CLAIM)
  expect(packet).not.toMatch(/creator>|description>|Keywords/)
})

it('keeps any text as it is, without what XML cannot hold', async () => {
  const packet = await packetOf({ title: 'R&D <\u0007大型> ]]> "😀"', language: 'en' }, NO_CLAIM)
  expect(packet).toContain('>R&amp;D &lt;大型&gt; ]]&gt; "😀"</rdf:li>')
})

it('claims what it is told to claim', async () => {
  const facts = { title: 'A talk', language: 'en' }
  const claimOf = async (claims: Claims): Promise<string[]> =>
    (await packetOf(facts, claims)).match(/<pdf\w+id:.*|<pdfaExtension:schemas>/g) ?? []
  expect(await claimOf(NO_CLAIM)).toEqual([])
  expect(await claimOf({ isUniversal: true })).toEqual(['<pdfuaid:part>1</pdfuaid:part>'])
  const archive = ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>']
  expect(await claimOf({ isUniversal: false, archive: '2a' })).toEqual(archive)
  expect(await claimOf({ isUniversal: true, archive: '2a' })).toEqual([
    '<pdfuaid:part>1</pdfuaid:part>',
    ...archive,
    // PDF/A wants the property of PDF/UA described.
    '<pdfaExtension:schemas>',
  ])
})

it('replaces an earlier one', async () => {
  const facts = { title: 'A talk', language: 'en' }
  const pdf = await createPdf(facts)
  writeXmp(pdf, { ...facts, title: 'Draft' }, NO_CLAIM)
  writeXmp(pdf, facts, { isUniversal: true })
  const streams = pdf.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFStream)
  expect(streams).toHaveLength(1)
  expect(metadataOf(pdf).getContentsString()).toContain('>A talk<')
})

it('is the same for the same facts', async () => {
  const facts = { title: 'A talk', language: 'en' }
  expect(await packetOf(facts, NO_CLAIM)).toBe(await packetOf(facts, NO_CLAIM))
})
