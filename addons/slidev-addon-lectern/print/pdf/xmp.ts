import { PDFName, PDFRef } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import type { DocumentFacts } from './document-facts.ts'

/** Standards that a PDF says it conforms to. */
export interface Claims {
  /** Whether it conforms to PDF/UA-1. */
  isUniversal: boolean
  /** Part and level of PDF/A. @default none */
  archive?: '2a'
}

/**
 * Writes what a PDF says of itself as XMP, which PDF/UA and PDF/A read, with the claims that only XMP can make. It
 * repeats the Info dictionary, so it is written after that. Replaces an earlier one.
 *
 * @param facts - The facts in the Info dictionary.
 */
export function writeXmp(pdf: PDFDocument, facts: DocumentFacts, claims: Claims): void {
  const { context, catalog } = pdf
  const bytes = new TextEncoder().encode(renderPacket(listProperties(pdf, facts, claims)))
  // Not compressed, because programs that do not know PDF search files for it.
  const stream = context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' })
  const key = PDFName.of('Metadata')
  const earlier = catalog.get(key)
  if (earlier instanceof PDFRef) {
    context.assign(earlier, stream)
  } else {
    catalog.set(key, context.register(stream))
  }
}

/** Lists the properties as XML, one each. */
function listProperties(
  pdf: PDFDocument,
  { title, author, subject, keywords, language }: DocumentFacts,
  { isUniversal, archive }: Claims,
): string[] {
  return [
    element('dc:format', 'application/pdf'),
    array('dc:title', 'Alt', title),
    array('dc:creator', 'Seq', author),
    array('dc:description', 'Alt', subject),
    array('dc:language', 'Bag', language),
    element('pdf:Keywords', keywords),
    element('pdf:Producer', pdf.getProducer()),
    element('xmp:CreatorTool', pdf.getCreator()),
    element('xmp:CreateDate', toXmpDate(pdf.getCreationDate())),
    element('xmp:ModifyDate', toXmpDate(pdf.getModificationDate())),
    element('pdfuaid:part', isUniversal ? '1' : undefined),
    element('pdfaid:part', archive?.slice(0, -1)),
    element('pdfaid:conformance', archive?.slice(-1).toUpperCase()),
    archive && isUniversal ? UNIVERSAL_SCHEMA : '',
  ].filter((property) => property !== '')
}

/** Returns a property of one value; `''` for one without a value. */
function element(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`
}

/** Returns a property with its value in an array of a kind, which for a text in a language is `Alt`. */
function array(name: string, kind: 'Alt' | 'Bag' | 'Seq', value: string | undefined): string {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  return value === undefined
    ? ''
    : `<${name}><rdf:${kind}><rdf:li${language}>${escapeXml(value)}</rdf:li></rdf:${kind}></${name}>`
}

/** To the second, as in the Info dictionary. */
function toXmpDate(date: Date | undefined): string | undefined {
  return date?.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Matches what XML cannot hold, even escaped. */
// oxlint-disable-next-line no-control-regex -- Control characters are what it is about.
const FORBIDDEN_RE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN_RE, '')
    .replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character)
}

/** Describes the property of PDF/UA, as PDF/A asks of each that XMP itself does not define. */
const UNIVERSAL_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
}

/** Returns the whole metadata with the frame by which programs find it; the byte order mark tells its encoding. */
function renderPacket(properties: readonly string[]): string {
  const body = properties.join('\n')
  const namespaces = Object.entries(NAMESPACES)
    .filter(([prefix]) => body.includes(`<${prefix}:`))
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${namespaces.join('')}>
${body}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
