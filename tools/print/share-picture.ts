import { decodePictures } from './drawn.ts'
import { openPrintView } from './print-view.ts'
import type { Stage } from './stage.ts'

/** The first slide as a PNG, shown by messengers and forums that link to the deck. */
export async function drawSharePicture(stage: Stage): Promise<Buffer> {
  const page = await openPrintView(stage, {
    view: 'print',
    slides: [1],
    isDark: false,
    hasEveryClick: false,
  })
  try {
    await decodePictures(page)
    return await page.locator('.print-slide-container').screenshot({ animations: 'disabled' })
  } finally {
    await page.context().close()
  }
}
