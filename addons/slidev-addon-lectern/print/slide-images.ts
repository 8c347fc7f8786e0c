import type { Session } from '../browser/session.ts'
import type { Progress } from '../output/progress.ts'
import type { UnplacedProblem } from './print-problem.ts'
import { closePage, openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'

/** An image of a slide. */
export interface SlideImage {
  slide: number
  /** The slide's number with leading zeros, and the click step where there are several: `12-3`. */
  name: string
  /** At twice the slide's size. */
  png: Buffer
}

/** Takes an image of each slide, and returns what is wrong with them. */
export async function takeImages(
  session: Session,
  job: PrintJob,
  progress: Progress,
): Promise<{ images: SlideImage[]; problems: readonly UnplacedProblem[] }> {
  const { page, readProblems } = await openPrintView(session, job)
  try {
    await page.evaluate(async () => window.lecternPage.decodeImages())
    const digits = String(session.deck.slides.length).length
    const containers = await page.locator('.print-slide-container').all()
    const images: SlideImage[] = []
    progress.start('Taking images', containers.length)
    for (const container of containers) {
      const [slide = '', click = ''] = ((await container.getAttribute('id')) ?? '').split('-')
      const number = String(Number(slide)).padStart(digits, '0')
      images.push({
        slide: Number(slide),
        name: job.hasEveryClick ? `${number}-${Number(click)}` : number,
        png: await container.screenshot({ animations: 'disabled' }),
      })
      progress.advance()
    }
    return { images, problems: await readProblems() }
  } finally {
    await closePage(page)
  }
}
