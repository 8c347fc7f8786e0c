import PptxGenJS from 'pptxgenjs'

import { toNoteText } from '../deck/note-text.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { readDocumentFacts } from './pdf/document-facts.ts'
import type { SlideImage } from './slide-images.ts'

/** Height of a slide in inches: PowerPoint's own. */
const HEIGHT_INCH = 7.5

/** Greatest width of a slide in inches that PowerPoint opens. */
const MOST_INCH = 56

/** Name of the layout. */
const LAYOUT = 'SLIDEV'

/**
 * Returns a PPTX of images, one a slide, with the speaker's notes as text. Its slides have the ratio of the images.
 *
 * @param images - In the order of the slides.
 */
export async function createPptx(deck: DeckModel, images: readonly SlideImage[]): Promise<Buffer> {
  const { title, author, subject } = readDocumentFacts(deck)
  const pptx = new PptxGenJS()
  const size = chooseSize(images[0]?.png)
  pptx.defineLayout({ name: LAYOUT, ...size })
  pptx.layout = LAYOUT
  pptx.title = title
  pptx.author = author ?? ''
  pptx.subject = subject ?? ''
  for (const { slide: number, png } of images) {
    const model = deck.slides[number - 1]
    const slide = pptx.addSlide()
    slide.addImage({
      data: `data:image/png;base64,${png.toString('base64')}`,
      altText: model?.title || `Slide ${number}`,
      x: 0,
      y: 0,
      w: size.width,
      h: size.height,
    })
    const note = toNoteText(model?.noteLines.map(({ text }) => text) ?? [])
    if (note !== '') {
      slide.addNotes(note)
    }
  }
  const bytes = await pptx.write({ outputType: 'nodebuffer' })
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError('PptxGenJS returned no bytes.')
  }
  return Buffer.from(bytes)
}

/** Returns the size of slides that show a PNG undistorted, in inches. */
export function chooseSize(png: Buffer | undefined): { width: number; height: number } {
  const [pixelWidth, pixelHeight] = png ? [png.readUInt32BE(16), png.readUInt32BE(20)] : [16, 9]
  const width = Math.min(MOST_INCH, (HEIGHT_INCH * pixelWidth) / pixelHeight)
  return { width, height: (width * pixelHeight) / pixelWidth }
}
