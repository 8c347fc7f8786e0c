import type { CDPSession, Page } from 'playwright-chromium'

import type { Point } from './pointers.ts'

/** Fingers on a touch screen. */
export interface Fingers {
  /** Moves one finger or more, each along a line, rests, and lifts them. */
  move: (...lines: readonly (readonly [from: Point, to: Point])[]) => Promise<void>
}

/** Steps in which a finger moves. */
const STEPS = 10

/** Rest before fingers are lifted, in ms: without it the browser may go on moving, and uses the next tap to stop. */
const REST_MS = 100

/** Puts fingers on a page. Sends their events itself, because Playwright can only tap. */
export async function createFingers(page: Page): Promise<Fingers> {
  const devtools = await page.context().newCDPSession(page)
  return {
    move: async (...lines) => {
      const placeAt = (part: number): Point[] =>
        lines.map(([[x, y], to]) => [x + (to[0] - x) * part, y + (to[1] - y) * part])
      for (const count of lines.keys()) {
        await send(devtools, 'touchStart', placeAt(0).slice(0, count + 1))
      }
      for (let step = 1; step <= STEPS; step += 1) {
        await send(devtools, 'touchMove', placeAt(step / STEPS))
        await nextFrame(page)
      }
      await page.evaluate(
        async (rest) => new Promise((resolve) => void setTimeout(resolve, rest)),
        REST_MS,
      )
      await send(devtools, 'touchMove', placeAt(1))
      await send(devtools, 'touchEnd', [])
      await nextFrame(page)
    },
  }
}

async function send(
  devtools: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: readonly Point[],
): Promise<void> {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }))
  await devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(async () => new Promise(requestAnimationFrame))
}
