import type { Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import type { DeadLink } from '../page/print/links.ts'
import type { UnplacedProblem } from './print-problem.ts'

/** Gives the links of a print view to slides their address for printing. Returns the links that lead nowhere. */
export async function addressLinks(page: Page, { server, deck }: Session): Promise<DeadLink[]> {
  const aliases = deck.slides.flatMap(({ number, alias }) =>
    alias === undefined ? [] : [[alias, number] as const],
  )
  return page.evaluate((facts) => window.lecternPage.addressLinks(facts), {
    base: new URL(server.url).pathname,
    total: deck.slides.length,
    aliases: Object.fromEntries(aliases),
  })
}

/**
 * Describes links that lead nowhere.
 *
 * @param file - What is printed: `the PDF`.
 */
export function describeDeadLinks(links: readonly DeadLink[], file: string): UnplacedProblem[] {
  return links.map(({ slide, href }) => ({
    slide: slide > 0 ? slide : undefined,
    hint: { reference: href },
    severity: 'error',
    message: `the link to ${href} leads to no slide; it is plain text in ${file}. Correct it, or write the full address of a page.`,
  }))
}
