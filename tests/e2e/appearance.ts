import type { Locator, Page } from 'playwright-chromium'

import { settle, slideOf } from './deck.ts'

/** What is seen of a slide at one click. */
export interface Step {
  where: string
  text: string
  styles: string[]
}

/** What is seen of the slide that a page shows, once it stands still. */
export async function describeStep(page: Page): Promise<Step> {
  const { pathname, search } = new URL(page.url())
  const slide = slideOf(page, Number(pathname.slice(1)))
  await standStill(slide)
  const where = `${pathname}${search}`
  const text = await slide.innerText()
  return { where, text: `${where} ${text}`, styles: await describeStyles(slide) }
}

/** The first few elements that look different. */
export function findDifferences(seen: readonly Step[], expected: readonly Step[]): string[] {
  return seen
    .flatMap(({ where, styles }, step) =>
      styles.flatMap((style, index) => {
        const lines = new Set(expected[step]?.styles[index]?.split('\n'))
        const changed = style.split('\n').filter((line) => !lines.has(line))
        return changed.length > 0
          ? [`${where} ${style.split('\n', 2).join('.')}: ${changed.join('; ')}`]
          : []
      }),
    )
    .slice(0, 5)
}

/** Waits until nothing changes within an element any more. */
export async function standStill(element: Locator): Promise<void> {
  await settle(element.page())
  await element.evaluate(async (root) => {
    const read = (): string => root.outerHTML
    for (let last = '', now = read(); last !== now; last = now, now = read()) {
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    await Promise.all(root.getAnimations({ subtree: true }).map(async ({ finished }) => finished))
  })
}

/** Every computed property of an element and all in it; lines drawn by chance as at hand are left out. */
export async function describeStyles(element: Locator): Promise<string[]> {
  return element.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      .filter((node) => !node.closest('svg.rough-annotation'))
      .map((node) => {
        const style = getComputedStyle(node)
        const names = [...style].filter((name) => !name.startsWith('--'))
        const properties = names.map((name) => `${name}: ${style.getPropertyValue(name)}`)
        return [node.tagName, node.getAttribute('class'), ...properties].join('\n')
      }),
  )
}
