import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import { findSlidev } from '../deck/find-slidev.ts'
import { toNoteText } from '../deck/note-text.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { Progress } from '../output/progress.ts'
import { makeTemporaryFolder } from '../output/temporary-folder.ts'
import type { SlideFacts } from '../page/print/editable-slides.ts'
import { addressLinks, describeDeadLinks } from './address-links.ts'
import { readDocumentFacts } from './pdf/document-facts.ts'
import { completeFile, openPptx, readSlides } from './pptx-editable/complete-file.ts'
import type { PptxFile } from './pptx-editable/complete-file.ts'
import { toLetters } from './pptx-editable/complete-slide.ts'
import { describeLosses } from './pptx-editable/describe-losses.ts'
import { listFonts, readShapes } from './pptx-editable/slide-xml.ts'
import type { SlideSize } from './pptx-editable/slide-xml.ts'
import { loadExporter } from './pptx-editable/slidev-exporter.ts'
import type {
  ExportEditable,
  ExportedSlide,
  ExportReport,
} from './pptx-editable/slidev-exporter.ts'
import type { UnplacedProblem } from './print-problem.ts'
import { closePage, openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'

/** PPTX, and how it differs from the slides. */
export interface EditablePptx {
  bytes: Buffer
  /** Number of slides; a slide has several where each click step is one. */
  pages: number
  problems: readonly UnplacedProblem[]
}

/**
 * Writes slides as a PPTX with text boxes, by Slidev's own exporter. Gives it what that leaves out: titles, alternative
 * texts, the order of paint, and the facts of the document.
 *
 * @throws {Error} when the deck's Slidev has no such exporter.
 */
export async function createEditablePptx(
  session: Session,
  job: PrintJob,
  progress: Progress,
): Promise<EditablePptx> {
  // Fails before anything is drawn.
  const exportEditable = await loadExporter(findSlidev(session.deck.folder))
  const { page, readProblems } = await openPrintView(session, job)
  try {
    const problems = await readProblems()
    const deadLinks = await addressLinks(page, session)
    progress.start(`Exporting ${job.slides.length} slides`)
    const size = await preparePage(page)
    const { file, report } = await runExporter(exportEditable, { session, job, page, size })
    const slides = await readSlides(file)
    const facts = await describeSlides(page, slides, report)
    const completions = facts.map((each) => ({
      facts: each,
      title: session.deck.slides[each.slide - 1]?.title || each.heading || `Slide ${each.slide}`,
      size,
    }))
    return {
      bytes: await completeFile(file, completions, readDocumentFacts(session.deck)),
      pages: facts.length,
      problems: [
        ...problems,
        ...describeDeadLinks(deadLinks, 'the PPTX'),
        ...describeLosses(report, facts, listFonts(slides)),
      ],
    }
  } finally {
    await closePage(page)
  }
}

/** Makes a print view ready to be exported. Returns the size of its slides. */
async function preparePage(page: Page): Promise<SlideSize> {
  return page.evaluate(async () => {
    await window.lecternPage.decodeImages()
    window.lecternPage.prepareTexts()
    const { width, height } = window.lecternPage.measureSlides()
    return { width, height }
  })
}

/** Print view that is exported, and what it is of. */
interface ExportedView {
  session: Session
  job: PrintJob
  page: Page
  size: SlideSize
}

/** Runs Slidev's exporter. Returns the file that it writes, and what it reports. */
async function runExporter(
  exportEditable: ExportEditable,
  { session: { deck, server }, job, page, size }: ExportedView,
): Promise<{ file: PptxFile; report: ExportReport }> {
  const shaped = await page.evaluate(() => window.lecternPage.listShapedImages())
  const folder = makeTemporaryFolder()
  const path = join(folder.path, 'slides.pptx')
  try {
    const context = {
      page: limitRequests(page, server.url, new Set(shaped)),
      slides: toExportedSlides(deck),
      ...size,
      pages: job.slides,
      // The view is open, and adapted to paper.
      go: async () => {},
    }
    const report = await exportEditable(context, path)
    return { file: await openPptx(readFileSync(path)), report }
  } finally {
    folder.remove()
  }
}

/** Describes the slides of a deck to Slidev's exporter, which only writes their notes. */
function toExportedSlides({ slides }: DeckModel): ExportedSlide[] {
  return slides.map(({ noteLines }) => ({ note: toNoteText(noteLines.map(({ text }) => text)) }))
}

/** Describes the slides in the page that they are from. */
async function describeSlides(
  page: Page,
  slides: readonly string[],
  { slideCount }: ExportReport,
): Promise<SlideFacts[]> {
  const facts = await page.evaluate(
    (parts) => window.lecternPage.describeExported(parts),
    slides.map((slide) => {
      const shapes = readShapes(slide)
      return {
        pictures: shapes
          .filter(({ kind }) => kind === 'pic')
          .map(({ box, reason }) => ({ box, reason })),
        text: toLetters(shapes.map(({ text }) => text).join('')),
      }
    }),
  )
  if (facts.length !== slideCount || slides.length !== slideCount) {
    throw new Error(
      `Slidev exported ${slideCount} slides, and wrote ${slides.length} of the ${facts.length} that are shown.`,
    )
  }
  return facts
}

/** Kinds of images that every PowerPoint shows; of others, an image is taken. */
const EMBEDDED_RE = /^image\/(?:png|jpeg|gif)\b/

/**
 * Returns a page whose requests get only images of the deck itself that PowerPoint shows as they are. Slidev's exporter
 * takes an image of the others from the page, where they are loaded.
 *
 * @param shaped - Addresses of images that the page shows in another shape.
 */
export function limitRequests(page: Page, own: string, shaped: ReadonlySet<string>): Page {
  const context = page.context()
  const get: BrowserContext['request']['get'] = async (url, options) => {
    if (!url.startsWith(own) || shaped.has(url)) {
      throw new Error(`${url} is not read.`)
    }
    const response = await context.request.get(url, options)
    if (!EMBEDDED_RE.test(response.headers()['content-type'] ?? '')) {
      throw new Error(`${url} is of a kind that PowerPoint may not show.`)
    }
    return response
  }
  const request = replaceMember(context.request, 'get', get)
  return replaceMember(page, 'context', () => replaceMember(context, 'request', request))
}

/** Returns an object whose one member is another one. Its other methods work on the object itself. */
function replaceMember<Target extends object, Key extends keyof Target>(
  object: Target,
  key: Key,
  member: Target[Key],
): Target {
  return new Proxy(object, {
    get: (target, name) => {
      if (name === key) {
        return member
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
