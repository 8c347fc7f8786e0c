import PptxGenJS from 'pptxgenjs'

import { toNoteText } from '../deck/note-text.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { readDocumentFacts } from './pdf/document-facts.ts'
import type { SlideImage } from './slide-images.ts'

/** Size of a slide in inches: PowerPoint's own for 16:9. */
const WIDTH_INCH = 13.333

/**
 * Returns a PPTX of images, one a slide, with the speaker's notes as text.
 *
 * @param images - In the order of the slides.
 */
export async function createPptx(deck: DeckModel, images: readonly SlideImage[]): Promise<Buffer> {
  const { title, author, subject } = readDocumentFacts(deck)
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
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
      w: WIDTH_INCH,
      h: '100%',
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
