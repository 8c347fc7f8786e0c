import type { Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import { decodePath } from '../deck/decode-path.ts'
import type { DeadLink } from '../page/print/links.ts'
import type { UnplacedProblem } from './print-problem.ts'

/** A link that leads to nothing a printed file has. */
export interface LostLink extends DeadLink {
  /** Whether the site has a file at its address. */
  isFile: boolean
}

/**
 * Gives the links of a print view to slides their address for printing. Returns the links that lead to no slide and to
 * no other page.
 */
export async function addressLinks(page: Page, { server, deck }: Session): Promise<LostLink[]> {
  const aliases = deck.slides.flatMap(({ number, alias }) =>
    alias === undefined ? [] : [[alias, number] as const],
  )
  const dead = await page.evaluate((facts) => window.lecternPage.addressLinks(facts), {
    base: new URL(server.url).pathname,
    total: deck.slides.length,
    aliases: Object.fromEntries(aliases),
  })
  const files = await findFiles(
    page,
    server.url,
    dead.flatMap(({ path }) => path ?? []),
  )
  return dead.map((link) => ({
    ...link,
    isFile: link.path !== undefined && files.has(link.path),
  }))
}

/** Returns the paths at which the site has a file: for others, its server returns the page for missing slides. */
async function findFiles(
  page: Page,
  siteUrl: string,
  paths: readonly string[],
): Promise<Set<string>> {
  if (paths.length === 0) {
    return new Set()
  }
  const [missing, ...answers] = await Promise.all(
    ['404.html', ...paths].map(async (path) => page.request.head(siteUrl + path)),
  )
  const tag = missing?.headers()['etag']
  return new Set(
    paths.filter((_, index) => {
      const answer = answers[index]
      return answer?.ok() === true && answer.headers()['etag'] !== tag
    }),
  )
}

/**
 * Describes links that lead to nothing a printed file has.
 *
 * @param file - Printed file: `the PDF`.
 */
export function describeDeadLinks(links: readonly LostLink[], file: string): UnplacedProblem[] {
  return links.map(({ slide, href, text, isFile: isOwn }) => {
    const name = decodePath(href)
    return {
      slide: slide > 0 ? slide : undefined,
      // Authors leave the letters of another alphabet as they are, and write only the spaces as %20.
      hint: { reference: name, alternatives: [href, name.replaceAll(' ', '%20')], text },
      severity: isOwn ? 'hint' : 'error',
      message: isOwn
        ? `the link to ${name} is plain text in ${file}, because files of the deck are no part of it; ` +
          'write the full address of the file to link it'
        : `the link to ${name} leads to no slide; it is plain text in ${file}. Correct it, or write the full address of a page.`,
    }
  })
}
