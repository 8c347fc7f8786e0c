import { cpSync, readdirSync } from 'node:fs'
import { join, parse } from 'node:path'

import { ensureBrowser } from '../addons/slidev-addon-lectern/browser/find-browser.ts'
import {
  applyExceptions,
  readExceptions,
} from '../addons/slidev-addon-lectern/checks/exceptions.ts'
import { isError } from '../addons/slidev-addon-lectern/checks/finding.ts'
import { CHECKS } from '../addons/slidev-addon-lectern/deck/check-names.ts'
import { findFigures } from '../addons/slidev-addon-lectern/deck/figure-places.ts'
import { toNoteText } from '../addons/slidev-addon-lectern/deck/note-text.ts'
import { readDeck } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { DeckModel, SlideModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { inspectSite } from '../addons/slidev-addon-lectern/doctor/inspect-site.ts'
import { inspectSource } from '../addons/slidev-addon-lectern/doctor/inspect-source.ts'
import { openImageRecord } from '../addons/slidev-addon-lectern/figures/image-record.ts'
import { readPdf } from '../addons/slidev-addon-lectern/tests/harness/pdf.ts'
import {
  copyProject,
  publishDeck,
  QUIET,
  ROOT,
} from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { readTexts } from '../addons/slidev-addon-lectern/tests/harness/site-texts.ts'

/** Files and folders that the author changes. */
const AUTHORS_ROOMS = ['slides.md', 'public', 'words.txt', 'figures', '.oxfmtrc.json', 'README.md']

/** Copies the talk as it is now. */
export function copyLiveTalk(): TemporaryFolder {
  const folder = copyProject()
  for (const room of AUTHORS_ROOMS) {
    cpSync(join(ROOT, room), join(folder.path, room), { recursive: true })
  }
  return folder
}

/** Reads the deck of a copy. */
export async function loadTalk({ path }: TemporaryFolder): Promise<DeckModel> {
  return readDeck('slides.md', path)
}

/** Returns the doctor's findings in the text, without building the deck. */
export async function examineText(folder: TemporaryFolder): Promise<string[]> {
  const findings = await inspectSource(await loadTalk(folder), new Set(CHECKS), [])
  return findings.map(({ seen }) => seen)
}

/** Losses and leaks of a published talk. */
export interface Publication {
  /** Pages of the PDF and slides of the deck. */
  pages: number
  slides: number
  /** Titles that are missing on their page of the PDF. */
  untitled: string[]
  /** Fonts that are not embedded in the PDF. */
  missingFonts: string[]
  /** Sentences of notes that are in the public site. */
  leaked: string[]
  /** Figures that are as they were drawn, and bitmaps in the PDF all the same. */
  frozen: string[]
  /** Errors that the doctor finds in the site. */
  errors: string[]
}

/**
 * Publishes the talk with its PDF, which must have no problems, and inspects some slides of the site as the doctor does.
 *
 * @param edited - Selects the slides to inspect: those that were edited.
 */
export async function publishTalk(
  folder: TemporaryFolder,
  edited: (slide: SlideModel) => boolean,
): Promise<Publication> {
  const deck = await loadTalk(folder)
  const { slides } = deck
  const site = await publishDeck(folder, { hasPdf: true, isStrict: true })
  const file = readdirSync(site).find((name) => name.endsWith('.pdf')) ?? ''
  const pdf = await readPdf(join(site, file))
  const published = readTexts(site)
  const { originOf } = openImageRecord(findFigures(folder.path))
  const isDrawn = (address: string): boolean => originOf(parse(address).name) === 'drawn'
  const sentences = slides.flatMap(({ noteLines }) => {
    const note = toNoteText(noteLines.map(({ text }) => text))
    return /[\p{L}\p{N} ,]{12,}/u.exec(note)?.[0].trim() ?? []
  })
  const found = await inspectSite({
    deck,
    folder: site,
    slides: slides.filter(edited).map(({ number }) => number),
    checks: new Set(CHECKS),
    online: false,
    browserPath: ensureBrowser(console.log),
    progress: QUIET,
  })
  const { findings } = applyExceptions(found.findings, readExceptions(deck))
  return {
    pages: pdf.pages.length,
    slides: slides.length,
    untitled: slides
      .filter(({ number, title }) => !squeeze(pdf.pages[number - 1] ?? '').includes(squeeze(title)))
      .map(({ title }) => title),
    missingFonts: pdf.missingFonts,
    frozen: slides.flatMap(({ number, images }) =>
      images.every(isDrawn) && (pdf.images[number - 1] ?? 0) > 0 ? images : [],
    ),
    leaked: sentences.filter((sentence) => published.includes(sentence)),
    errors: findings
      .filter(isError)
      .map(({ file: name, line, seen }) => `${name}:${line}: ${seen}`),
  }
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}
