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
  return Promise.all(
    dead.map(async (link) => ({ ...link, isFile: await isFile(page, server.url, link.path) })),
  )
}

/** Tells whether the site has a file at a path: for others, its server returns the page for missing slides. */
async function isFile(page: Page, siteUrl: string, path: string | undefined): Promise<boolean> {
  if (path === undefined) {
    return false
  }
  const [file, missing] = await Promise.all(
    [path, '404.html'].map(async (each) => page.request.head(siteUrl + each)),
  )
  return file?.ok() === true && file.headers()['etag'] !== missing?.headers()['etag']
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
