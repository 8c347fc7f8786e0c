import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { createFingers } from '../harness/fingers.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { nextFrames, visit, waitForApplication } from '../harness/visit.ts'

/** Window of a phone on its side, which has room beside a slide. */
const PHONE = { width: 844, height: 390 }
const LEFT = 200
const MIDDLE = PHONE.width / 2
const RIGHT = 640
/** Height at which these slides have nothing but paper. */
const TOP = 16
/** Slides of the fixture `accessible`. */
const HEADINGS = 2
const DETAILS = 25
const LINKS = 26
const FORMS = 27

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('accessible'))
})

afterAll(async () => deck.close())

/** Opens a slide on a phone, and waits until it answers fingers. */
async function openOnPhone(slide: number, context = {}): Promise<Page> {
  const page = await visit(deck, String(slide), {
    context: { viewport: PHONE, hasTouch: true, isMobile: true, ...context },
  })
  await waitForApplication(page)
  await page.waitForFunction(() => {
    const root = document.querySelector('#page-root')
    return root && getComputedStyle(root).touchAction.includes('pinch-zoom')
  })
  return page
}

const slideAt = (page: Page): string => new URL(page.url()).pathname

/** Waits until all that a finger started has happened: its tap goes on only then. */
async function expectSlide(page: Page, slide: number): Promise<void> {
  await expect.poll(() => slideAt(page)).toBe(`/${slide}`)
}

/** Taps so much later than before that it is no double tap. */
async function tapLater(page: Page, x: number): Promise<void> {
  await page.evaluate(async () => new Promise((resolve) => void setTimeout(resolve, 350)))
  await page.touchscreen.tap(x, TOP)
}

/** Expects that nothing so far changes the slide: a tap that does comes after it. */
async function expectStillOn(page: Page, slide: number): Promise<void> {
  await nextFrames(page)
  expect(slideAt(page)).toBe(`/${slide}`)
  await tapLater(page, RIGHT)
  await expectSlide(page, slide + 1)
}

describe('a tap', () => {
  it('goes on at the right, back at the left and nowhere in the middle, also beside the slide', async () => {
    const page = await openOnPhone(HEADINGS)
    await page.touchscreen.tap(MIDDLE, TOP)
    expect(slideAt(page)).toBe(`/${HEADINGS}`)
    await expectStillOn(page, HEADINGS)
    await tapLater(page, LEFT)
    await expectSlide(page, HEADINGS)
    await tapLater(page, PHONE.width - 4)
    await expectSlide(page, HEADINGS + 1)
    await page.context().close()
  })

  it('is left to what answers it: a link, an input, a summary', async () => {
    const links = await openOnPhone(LINKS)
    await slideOf(links, LINKS).getByRole('link', { name: 'to a slide' }).tap()
    await expectSlide(links, 4)
    await links.context().close()

    const forms = await openOnPhone(FORMS)
    const agreed = slideOf(forms, FORMS).getByRole('checkbox')
    await agreed.tap()
    expect(await agreed.isChecked()).toBe(false)
    await expectStillOn(forms, FORMS)
    await forms.context().close()

    const details = await openOnPhone(DETAILS)
    await slideOf(details, DETAILS).getByText('Closed summary').tap()
    await slideOf(details, DETAILS).getByText('Details that are closed.').waitFor()
    await expectStillOn(details, DETAILS)
    await details.context().close()
  })

  it('of a mouse does nothing', async () => {
    const page = await openOnPhone(HEADINGS)
    await page.mouse.click(RIGHT, TOP)
    expect(slideAt(page)).toBe(`/${HEADINGS}`)
    await expectStillOn(page, HEADINGS)
    await page.context().close()
  })
})

describe('a finger that moves', () => {
  it('swipes to the sides, not up and down', async () => {
    const page = await openOnPhone(HEADINGS)
    const fingers = await createFingers(page)
    await fingers.move([
      [MIDDLE, 300],
      [MIDDLE, 60],
    ])
    expect(slideAt(page)).toBe(`/${HEADINGS}`)
    await fingers.move([
      [RIGHT, TOP],
      [LEFT, TOP],
    ])
    await expectSlide(page, HEADINGS + 1)
    await page.context().close()
  })

  it('does not swipe from an input', async () => {
    const page = await openOnPhone(FORMS)
    const fingers = await createFingers(page)
    const box = await slideOf(page, FORMS).getByLabel('Name').boundingBox()
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2
    await fingers.move([
      [(box?.x ?? 0) + 10, y],
      [(box?.x ?? 0) + 310, y],
    ])
    expect(slideAt(page)).toBe(`/${FORMS}`)
    await expectStillOn(page, FORMS)
    await page.context().close()
  })

  it('zooms with another one, and then moves the zoomed slide alone', async () => {
    const page = await openOnPhone(HEADINGS)
    const fingers = await createFingers(page)
    await fingers.move(
      [
        [MIDDLE - 20, 200],
        [MIDDLE - 140, 200],
      ],
      [
        [MIDDLE + 20, 200],
        [MIDDLE + 140, 200],
      ],
    )
    const scale = async (): Promise<number> => page.evaluate(() => visualViewport?.scale ?? 1)
    await expect.poll(scale).toBeGreaterThan(1.5)
    const left = async (): Promise<number> => page.evaluate(() => visualViewport?.offsetLeft ?? 0)
    const before = await left()
    await fingers.move([
      [RIGHT, 200],
      [LEFT, 200],
    ])
    await expect.poll(left).toBeGreaterThan(before)
    await page.touchscreen.tap(RIGHT, TOP)
    await nextFrames(page)
    expect(slideAt(page)).toBe(`/${HEADINGS}`)
    await page.context().close()
  })
})
