import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'

import { finishPdf } from '../pdf/finish.ts'
import type { FinishedPdf } from '../pdf/finish.ts'
import { placePictures } from '../pdf/stand-in.ts'
import { openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'
import { addressLinks, markPlaces, PLACE_MARK, SLIDE_ADDRESS } from './slide-address.ts'
import type { DeadLink } from './slide-address.ts'
import type { Stage } from './stage.ts'
import { showPictures, showStandIns } from './stand-ins.ts'
import type { PngFiles } from './stand-ins.ts'

/** A finished PDF and what a reader of it will miss. */
export interface PrintedPdf extends FinishedPdf {
  /** Links that lead to nothing a PDF has; they are plain text in it. */
  deadLinks: readonly DeadLink[]
}

/**
 * Prints slides of a deck to a tagged PDF with outline, links and the deck's facts.
 *
 * @param title - Title of the document where it is not the deck's.
 * @throws {Error} naming each slide that cannot be printed as it is.
 */
export async function printPdf(stage: Stage, job: PrintJob, title?: string): Promise<PrintedPdf> {
  const page = await openPrintView(stage, job)
  try {
    const deadLinks = await preparePage(page, stage)
    const sheets = job.view === 'print' ? await page.evaluate(measureSlides) : undefined
    const pdf = await printPage(page, new Map())
    return { ...(await finishPdf(pdf, stage.deck, { title, sheets })), deadLinks }
  } finally {
    await page.context().close()
  }
}

/** Prints a page, with small pictures in place of large ones where that makes no difference. */
async function printPage(page: Page, files: PngFiles): Promise<PDFDocument> {
  let standIns = await showStandIns(page, files)
  for (;;) {
    const printed = await page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true })
    const pdf = await PDFDocument.load(printed, { updateMetadata: false })
    const lost = await placePictures(pdf, standIns)
    if (lost.length === 0) {
      return pdf
    }
    await showPictures(page, lost)
    standIns = standIns.filter((standIn) => !lost.includes(standIn))
  }
}

/** How many pages the slides are to be, and how large in CSS px. Runs in the page. */
function measureSlides(): { count: number; width: number; height: number } {
  const containers = document.querySelectorAll<HTMLElement>('.print-slide-container')
  const { offsetWidth = 0, offsetHeight = 0 } = containers[0] ?? {}
  return { count: containers.length, width: offsetWidth, height: offsetHeight }
}

async function preparePage(page: Page, { server, deck }: Stage): Promise<DeadLink[]> {
  const aliases = deck.slides.flatMap(({ number, frontmatter: { routeAlias } }) =>
    typeof routeAlias === 'string' ? [[routeAlias, number] as const] : [],
  )
  const deadLinks = await page.evaluate(addressLinks, {
    address: SLIDE_ADDRESS,
    base: new URL(server.url).pathname,
    total: deck.slides.length,
    aliases: Object.fromEntries(aliases),
  })
  await page.evaluate(markPlaces, { address: SLIDE_ADDRESS, mark: PLACE_MARK })
  // Slidev draws diagrams in it; empty, it would still be a page.
  await page.addStyleTag({ content: '#mermaid-rendering-container { display: none }' })
  return deadLinks
}
