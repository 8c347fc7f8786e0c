import type { Page } from 'playwright-chromium'

import { slideOf } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'

/** Facts about the addon's example deck in a browser. */
export interface ExampleFacts {
  colors: Record<string, string>
  widthOfColumn: string
  heightPx: number
  number: string
  label: string
  titles: string[]
}

/** Facts about slides 2, 5 and 6 of the example, the same wherever the addon is installed. */
export const EXAMPLE: ExampleFacts = {
  colors: {
    'square brackets': 'rgb(197, 30, 33)',
    '15 trillion': 'rgb(197, 30, 33)',
    'in angle brackets': 'rgb(3, 109, 56)',
    'bold and code': 'rgb(16, 95, 217)',
    'a nested span': 'rgb(127, 54, 188)',
    nested: 'rgb(181, 72, 2)',
    underlined: 'rgb(8, 121, 112)',
  },
  widthOfColumn: '90%',
  heightPx: 60,
  number: '6 / 7',
  label: 'Slide 6 of 7',
  titles: [
    'slidev-addon-addon',
    'A color behind square brackets',
    'The palette is legible on light and dark slides',
    'Any other color',
    'An image in its size',
    'The number of the slide: <SlideCurrentNo />',
    'Anything else stays as typed',
  ],
}

/** Reads the facts about the example deck from a browser. */
export async function readExample(deck: Deck): Promise<ExampleFacts> {
  const [spans, sizes, numbers] = await Promise.all([deck.open(2), deck.open(5), deck.open(6)])
  const images = slideOf(sizes, 5).locator('img')
  const [wide, low] = await images.evaluateAll((all) =>
    all.map((image) => ({
      width: image.clientWidth / (image.parentElement?.clientWidth ?? 1),
      height: image.clientHeight,
    })),
  )
  const slide = slideOf(numbers, 6)
  const number = slide.locator('.slide-current-no')
  await slide.locator('.slidev-toc-item').first().waitFor()
  return {
    colors: Object.fromEntries(await readColors(spans, 2)),
    widthOfColumn: `${Math.round((wide?.width ?? 0) * 100)}%`,
    heightPx: low?.height ?? 0,
    number: await number.innerText(),
    label: (await number.getAttribute('aria-label')) ?? '',
    titles: await slide.locator('.slidev-toc-item').allInnerTexts(),
  }
}

/** Reads text and color of each span of a slide, in the order of the page. */
export async function readColors(page: Page, number: number): Promise<[string, string][]> {
  return slideOf(page, number)
    .locator('.colored-span')
    .evaluateAll((spans) =>
      spans.map((span): [string, string] => [span.textContent ?? '', getComputedStyle(span).color]),
    )
}
