import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { readStream } from '../content/streams.ts'
import { readString } from '../entries.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { REPORT } from './report.ts'

/** The document has metadata in XMP. */
export function findMissingMetadata({ pdf }: CheckedFile): PdfUaFault[] {
  return readXmp(pdf) === undefined
    ? [{ clause: '7.1-8', seen: 'the document has no metadata', fix: REPORT }]
    : []
}

/** The metadata have a title. */
export function findMissingTitle({ pdf }: CheckedFile): PdfUaFault[] {
  const xmp = readXmp(pdf)
  const [title = ''] = /<dc:title>[\s\S]*?<\/dc:title>/.exec(xmp ?? '') ?? []
  return xmp === undefined || title.replace(/<[^>]*>/g, '').trim() !== ''
    ? []
    : [
        {
          clause: '7.1-9',
          seen: 'the document has no title',
          fix: 'Write title: in the headmatter, or give the first slide a heading.',
        },
      ]
}

/** The metadata claim PDF/UA-1. */
export function findMissingClaim({ pdf }: CheckedFile): PdfUaFault[] {
  const xmp = readXmp(pdf)
  return xmp === undefined || /<pdfuaid:part>\s*1\s*<\/pdfuaid:part>/.test(xmp)
    ? []
    : [{ clause: '5-1', seen: 'the document does not say that it is PDF/UA-1', fix: REPORT }]
}

/** Viewers show the title in place of the file's name. */
export function findHiddenTitle({ pdf }: CheckedFile): PdfUaFault[] {
  const preferences = pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  return isTrue(preferences, 'DisplayDocTitle')
    ? []
    : [{ clause: '7.1-10', seen: 'viewers show the file name, not the title', fix: REPORT }]
}

/** The document says that it is tagged, and has no tags that it doubts. */
export function findMissingTags({ pdf, root }: CheckedFile): PdfUaFault[] {
  const info = pdf.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  return [
    ...(isTrue(info, 'Marked')
      ? []
      : [{ clause: '6.2-1', seen: 'the document is not marked as tagged', fix: REPORT }]),
    ...(isTrue(info, 'Suspects')
      ? [{ clause: '7.1-4', seen: 'the document doubts its tags', fix: REPORT }]
      : []),
    ...(root ? [] : [{ clause: '7.1-11', seen: 'the document has no tags', fix: REPORT }]),
  ]
}

/** Matches the tag of a language, such as `en` or `zh-Hant-TW`. */
const LANGUAGE_RE = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i

/** The document names its language, as its texts, its outline and its metadata need it. */
export function findMissingLanguage({ pdf }: CheckedFile): PdfUaFault[] {
  const language = readString(pdf.catalog, 'Lang')
  return language !== undefined && LANGUAGE_RE.test(language)
    ? []
    : [
        {
          clause: language === undefined ? '7.2-34' : '7.2-29',
          seen:
            language === undefined
              ? 'the document names no language'
              : `the language "${language}" is unknown`,
          fix: 'Write lang: en in the headmatter, or the tag of another language.',
        },
      ]
}

/** Elements in another language name one that there is. */
export function findUnknownLanguages({ elements, readWords }: CheckedFile): PdfUaFault[] {
  return elements.flatMap((element) => {
    const language = readString(element.dict, 'Lang')
    return language === undefined || LANGUAGE_RE.test(language)
      ? []
      : [
          {
            clause: '7.2-29',
            page: element.page,
            seen: `the language "${language}" is unknown`,
            fix: 'Write the tag of a language, such as lang="de" or lang="zh-TW".',
            text: readWords(element),
          },
        ]
  })
}

/** Layers have a name, and none is switched by the viewer. */
export function findUnnamedLayers({ pdf }: CheckedFile): PdfUaFault[] {
  const properties = pdf.catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict)
  const more = properties?.lookupMaybe(PDFName.of('Configs'), PDFArray)?.asArray() ?? []
  const first = properties?.lookupMaybe(PDFName.of('D'), PDFDict)
  const all = [first, ...more.map((each) => pdf.context.lookupMaybe(each, PDFDict))]
  return all.flatMap((each) => {
    const hasName = each === undefined || (readString(each, 'Name') ?? '') !== ''
    return [
      ...(hasName ? [] : [{ clause: '7.10-1', seen: 'a layer has no name', fix: REPORT }]),
      ...(each?.has(PDFName.of('AS'))
        ? [{ clause: '7.10-2', seen: 'a layer is switched by the viewer', fix: REPORT }]
        : []),
    ]
  })
}

/** Attached files have names. */
export function findUnnamedFiles({ pdf }: CheckedFile): PdfUaFault[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isAttached = object instanceof PDFDict && object.has(PDFName.of('EF'))
    return isAttached && !(readString(object, 'F') && readString(object, 'UF'))
      ? [{ clause: '7.11-1', seen: 'an attached file has no name', fix: REPORT }]
      : []
  })
}

/** The document has no form that only some programs can draw. */
export function findDynamicForms({ pdf }: CheckedFile): PdfUaFault[] {
  const form = pdf.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  return form?.has(PDFName.of('XFA'))
    ? [{ clause: '7.15-1', seen: 'the document has a dynamic form', fix: REPORT }]
    : []
}

/** Bit of the permission that lets screen readers read. */
const ACCESSIBILITY_BIT = 512

/** Encryption lets screen readers read. */
export function findLocks({ pdf }: CheckedFile): PdfUaFault[] {
  const encryption = pdf.context.lookup(pdf.context.trailerInfo.Encrypt)
  if (!(encryption instanceof PDFDict)) {
    return []
  }
  const bits = encryption.lookup(PDFName.of('P'))
  return !(bits instanceof PDFNumber) || (bits.asNumber() & ACCESSIBILITY_BIT) === 0
    ? [{ clause: '7.16-1', seen: 'the document is locked for screen readers', fix: REPORT }]
    : []
}

function readXmp({ catalog }: PDFDocument): string | undefined {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFStream ? Buffer.from(readStream(stream)).toString('utf8') : undefined
}

function isTrue(dict: PDFDict | undefined, key: string): boolean {
  return dict?.lookup(PDFName.of(key)) === PDFBool.True
}
