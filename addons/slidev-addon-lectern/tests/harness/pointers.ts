import type { Page } from 'playwright-chromium'

/** Point of a window, in CSS px. */
export type Point = readonly [x: number, y: number]

/** Draws a line with the mouse. */
export async function drawWithMouse(page: Page, points: readonly Point[]): Promise<void> {
  const [start, ...rest] = points
  await page.mouse.move(...(start ?? [0, 0]))
  await page.mouse.down()
  for (const point of rest) {
    await page.mouse.move(...point)
  }
  await page.mouse.up()
}

/** Draws a line with a pen. Sends its events itself, because Playwright has no pen. */
export async function drawWithPen(page: Page, points: readonly Point[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const send = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Point) =>
    devtools.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen',
      force: 0.5,
    })
  const [start = [0, 0], ...rest] = points
  await send('mousePressed', start)
  for (const point of rest) {
    await send('mouseMoved', point)
  }
  await send('mouseReleased', rest.at(-1) ?? start)
}
