import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { decodePath } from '../deck/decode-path.ts'
import type { PageLink } from '../page/checks/links.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'

/** What the links of a deck can lead to. */
export interface LinkTargets {
  /** Address of the built site, with a trailing slash. */
  siteUrl: string
  /** The built site's folder. */
  siteFolder: string
  /** Number of slides. */
  total: number
  /** Names slides can be linked by (`routeAlias`). */
  aliases: readonly string[]
}

/** Pages of Slidev's own that are no slides. */
const SLIDEV_PAGES = new Set([
  'presenter',
  'overview',
  'notes',
  'notes-edit',
  'entry',
  'print',
  'export',
])

/** Where a link does not lead, and how to mend it. */
interface DeadEnd {
  problem: string
  fix?: string
}

/** Links within the deck that lead nowhere: a slide, file or anchor that is not there. */
export function inspectLinks(links: readonly PageLink[], targets: LinkTargets): Observation[] {
  return links.flatMap((link) => {
    const deadEnd = findDeadEnd(link, targets)
    return deadEnd
      ? {
          place: placeOf(link),
          seen: `the link ${quote(link.text || link.href)} leads to ${deadEnd.problem}`,
          expected: 'a slide, file or anchor that is there',
          fix: deadEnd.fix ?? `Correct the target ${quote(link.href)}.`,
        }
      : []
  })
}

/** Whether a link leads out of the deck, to a web page. */
export function isExternal({ url }: PageLink, siteUrl: string): boolean {
  return /^https?:/.test(url) && !url.startsWith(siteUrl)
}

/** Where a link stands: by its text, or by its target where a picture is linked. */
export function placeOf({ text, href, nth }: PageLink): Observation['place'] {
  return text ? { text, nth } : { reference: href, nth }
}

function findDeadEnd(link: PageLink, targets: LinkTargets): DeadEnd | undefined {
  const { url, href, hasAnchor, isRouted = false } = link
  if (!URL.canParse(url)) {
    return { problem: `${quote(href)}, which is no address` }
  }
  if (hasAnchor !== undefined) {
    const problem = `the anchor ${quote(href.replace(/^.*#/, '#'))}, which is not on this slide`
    return hasAnchor ? undefined : { problem }
  }
  return url.startsWith(targets.siteUrl)
    ? findDeadPath(new URL(url).pathname, isRouted, targets)
    : undefined
}

function findDeadPath(
  pathname: string,
  isRouted: boolean,
  { siteUrl, siteFolder, total, aliases }: LinkTargets,
): DeadEnd | undefined {
  const path = decodePath(pathname.slice(new URL(siteUrl).pathname.length))
  const [first = '', second = ''] = path.split('/')
  const slide = SLIDEV_PAGES.has(first) ? second : path.replace(/\/$/, '')
  if (slide === '' || aliases.includes(slide)) {
    return undefined
  }
  if (/^\d+$/.test(slide)) {
    const isThere = Number(slide) >= 1 && Number(slide) <= total
    return isThere ? undefined : { problem: `slide ${slide}, and the deck has ${total}` }
  }
  if (isFile(join(siteFolder, path, 'index.html'))) {
    return undefined
  }
  if (!isFile(join(siteFolder, path))) {
    return { problem: `${quote(path)}, which is neither a slide nor a file of the site` }
  }
  return isRouted
    ? {
        problem: `the file ${quote(path)}, and opens Slidev's page for missing slides instead`,
        fix: `A Markdown link is for slides. Write <a href="/${path}" target="_blank">.`,
      }
    : undefined
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
