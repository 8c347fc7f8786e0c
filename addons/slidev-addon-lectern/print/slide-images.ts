import type { Session } from '../browser/session.ts'
import type { Progress } from '../output/progress.ts'
import { openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'
import { decodePictures } from './wait-until-drawn.ts'

/** A picture of a slide. */
export interface SlideImage {
  slide: number
  /** The slide's number with leading zeros, and the click step where there are several: `12-3`. */
  name: string
  /** At twice the slide's size. */
  png: Buffer
}

/** Takes a picture of each slide; the same checks come before it as before printing. */
export async function takeImages(
  session: Session,
  job: PrintJob,
  progress: Progress,
): Promise<SlideImage[]> {
  const page = await openPrintView(session, job)
  try {
    await decodePictures(page)
    const digits = String(session.deck.slides.length).length
    const containers = await page.locator('.print-slide-container').all()
    const pictures: SlideImage[] = []
    progress.start('Taking pictures', containers.length)
    for (const container of containers) {
      const [slide = '', click = ''] = ((await container.getAttribute('id')) ?? '').split('-')
      const number = String(Number(slide)).padStart(digits, '0')
      pictures.push({
        slide: Number(slide),
        name: job.hasEveryClick ? `${number}-${Number(click)}` : number,
        png: await container.screenshot({ animations: 'disabled' }),
      })
      progress.advance()
    }
    return pictures
  } finally {
    await page.context().close()
  }
}
