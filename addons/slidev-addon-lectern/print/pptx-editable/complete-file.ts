import JSZip from 'jszip'

import type { DocumentFacts } from '../pdf/document-facts.ts'
import { completeSlide } from './complete-slide.ts'
import type { Completion } from './complete-slide.ts'
import { writeTexts } from './editable-texts.ts'
import { resolveLinks } from './slide-links.ts'
import { createTitlePlaceholder, escapeXml } from './slide-xml.ts'

/** PPTX that is being completed. */
export type PptxFile = JSZip

/** Language that PptxGenJS gives every text. */
const WRITTEN_LANGUAGE_RE = /\blang="en-US"/g

/** Opens a PPTX. */
export async function openPptx(bytes: Uint8Array): Promise<PptxFile> {
  return JSZip.loadAsync(bytes)
}

/** Reads the slides of a PPTX, in order. */
export async function readSlides(file: PptxFile): Promise<string[]> {
  const count = file.file(/^ppt\/slides\/slide\d+\.xml$/).length
  return Promise.all(
    Array.from({ length: count }, async (_, index) => readPart(file, slidePath(index))),
  )
}

/** Writes what Slidev's exporter leaves out into a PPTX, and returns the file. */
export async function completeFile(
  file: PptxFile,
  slides: readonly Completion[],
  facts: DocumentFacts,
): Promise<Buffer> {
  const language = toLocale(facts.language)
  const [first] = slides
  const places = findPlaces(slides)
  for (const [index, completion] of slides.entries()) {
    await change(file, slidePath(index), (xml) =>
      writeTexts(completeSlide(xml, completion)).replaceAll(
        WRITTEN_LANGUAGE_RE,
        `lang="${language}"`,
      ),
    )
    await linkSlide(file, index, places)
    await change(file, `ppt/notesSlides/notesSlide${index + 1}.xml`, (xml) =>
      splitNote(xml).replaceAll(WRITTEN_LANGUAGE_RE, `lang="${language}"`),
    )
  }
  if (first) {
    // A slide's title takes its role from there.
    for (const { name } of file.file(/^ppt\/slide(?:Layouts|Masters)\/\w+\.xml$/)) {
      await change(file, name, (xml) =>
        xml.replace('</p:spTree>', `${createTitlePlaceholder(first.size)}</p:spTree>`),
      )
    }
  }
  await change(file, 'docProps/core.xml', (xml) => writeFacts(xml, facts))
  return file.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Returns the first place of each slide in the file; click steps have several. */
function findPlaces(slides: readonly Completion[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const [index, { facts }] of slides.entries()) {
    places.set(facts.slide, places.get(facts.slide) ?? index + 1)
  }
  return places
}

async function linkSlide(
  file: PptxFile,
  index: number,
  places: ReadonlyMap<number, number>,
): Promise<void> {
  const path = `ppt/slides/_rels/slide${index + 1}.xml.rels`
  const links = {
    slide: await readPart(file, slidePath(index)),
    relations: await readPart(file, path),
  }
  const { slide, relations } = resolveLinks(links, places)
  file.file(slidePath(index), slide)
  file.file(path, relations)
}

function slidePath(index: number): string {
  return `ppt/slides/slide${index + 1}.xml`
}

async function readPart(file: PptxFile, path: string): Promise<string> {
  const part = file.file(path)
  if (!part) {
    throw new Error(`Slidev's exporter wrote a PPTX without ${path}.`)
  }
  return part.async('string')
}

async function change(file: PptxFile, path: string, edit: (xml: string) => string): Promise<void> {
  file.file(path, edit(await readPart(file, path)))
}

/** Matches the paragraph of a note, which PptxGenJS writes with its line breaks as they are. */
const NOTE_RE =
  /<a:p><a:r>(<a:rPr [^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(?:<a:endParaRPr[^>]*\/>)?<\/a:p>/

/** Makes a paragraph of each line of a note. */
function splitNote(xml: string): string {
  return xml.replace(NOTE_RE, (_, properties: string, note: string) =>
    note
      .split(/\r?\n/)
      .map((line) => `<a:p><a:r>${properties}<a:t>${line}</a:t></a:r></a:p>`)
      .join(''),
  )
}

/** Matches the facts that PptxGenJS fills with its own name where there are none. */
const FACTS_RE =
  /\s*<(dc:title|dc:subject|dc:creator|cp:lastModifiedBy|cp:keywords|dc:language)>[^<]*<\/\1>/g

function writeFacts(xml: string, facts: DocumentFacts): string {
  const written = [
    ['dc:title', facts.title],
    ['dc:creator', facts.author],
    ['dc:subject', facts.subject],
    ['cp:keywords', facts.keywords],
    ['dc:language', facts.language],
  ] as const
  const elements = written.flatMap(([name, value]) =>
    value === undefined ? [] : [`<${name}>${escapeXml(value)}</${name}>`],
  )
  return xml
    .replaceAll(FACTS_RE, '')
    .replace('</cp:coreProperties>', () => `${elements.join('')}</cp:coreProperties>`)
}

/** Returns a language with its region, such as `de-DE`: PowerPoint checks the spelling of no other. */
export function toLocale(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize()
    return region === undefined ? base : `${base}-${region}`
  } catch {
    return 'en-US'
  }
}
