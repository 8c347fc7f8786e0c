import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { decodePath } from '../deck/decode-path.ts'
import type { SourceHint } from '../deck/source-lines.ts'
import type { PageLink } from '../page/checks/links.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'

/** Targets that links of a deck can have. */
export interface LinkTargets {
  /** Address of the built site, with a trailing slash. */
  siteUrl: string
  /** Folder of the built site. */
  siteFolder: string
  /** Number of slides. */
  total: number
  /** Names of slides that links can use (`routeAlias`). */
  aliases: readonly string[]
  /** Names of slides that are left out of the deck. */
  hidden: readonly string[]
}

/** Pages of Slidev beside the slides. */
const SLIDEV_PAGES = new Set([
  'presenter',
  'overview',
  'notes',
  'notes-edit',
  'entry',
  'print',
  'export',
])

/** Missing target of a link. */
interface DeadEnd {
  /** Continues "the link leads to …". */
  target: string
  fix?: string
}

/** Finds links within the deck whose slide, file or anchor does not exist. */
export function inspectLinks(links: readonly PageLink[], targets: LinkTargets): Observation[] {
  return links.flatMap((link) => {
    const deadEnd = findDeadEnd(link, targets)
    return deadEnd
      ? {
          hint: hintOf(link),
          seen: `the link ${quote(link.text || link.href)} leads to ${deadEnd.target}`,
          expected: 'a slide, file or anchor that exists',
          fix: deadEnd.fix ?? `Correct the target ${quote(link.href)}.`,
        }
      : []
  })
}

/** Tells whether a link leads to a web page outside of the deck. */
export function isExternal({ url }: PageLink, siteUrl: string): boolean {
  return /^https?:/.test(url) && !url.startsWith(siteUrl)
}

/** Returns the hint to a link's line: its text, or its target if an image is linked. */
export function hintOf({ text, href, nth }: PageLink): SourceHint {
  return text ? { text, nth } : { reference: href, nth }
}

function findDeadEnd(link: PageLink, targets: LinkTargets): DeadEnd | undefined {
  const { url, href, hasAnchor, isRouted = false } = link
  if (!URL.canParse(url)) {
    return { target: `${quote(href)}, which is not an address` }
  }
  if (hasAnchor !== undefined) {
    const anchor = href.replace(/^.*#/, '#')
    const target = `the anchor ${quote(anchor)}, which is not on this slide`
    const slide = /^#(\d+)$/.exec(anchor)?.[1]
    const fix = slide === undefined ? undefined : `For slide ${slide}, write "/${slide}".`
    return hasAnchor ? undefined : { target, ...(fix === undefined ? {} : { fix }) }
  }
  const { pathname, hash } = new URL(url)
  // With the router mode `hash`, `#/3` is slide 3.
  const route = hash.startsWith('#/') ? new URL(targets.siteUrl).pathname + hash.slice(2) : pathname
  return url.startsWith(targets.siteUrl)
    ? findDeadPath(route.replace(/[?#].*$/, ''), isRouted, targets)
    : undefined
}

function findDeadPath(
  pathname: string,
  isRouted: boolean,
  { siteUrl, siteFolder, total, aliases, hidden }: LinkTargets,
): DeadEnd | undefined {
  const path = decodePath(pathname.slice(new URL(siteUrl).pathname.length))
  const [first = '', second = ''] = path.split('/')
  const slide = SLIDEV_PAGES.has(first) ? second : path.replace(/\/$/, '')
  if (slide === '' || aliases.includes(slide)) {
    return undefined
  }
  if (hidden.includes(slide)) {
    return {
      target: `the slide "${slide}", which is hidden`,
      fix: 'Remove the link, or show the slide: remove its `hide` or `disabled`.',
    }
  }
  if (/^\d+$/.test(slide)) {
    const isThere = Number(slide) >= 1 && Number(slide) <= total
    return isThere ? undefined : { target: `slide ${slide}, but the deck has ${total}` }
  }
  if (isFile(join(siteFolder, path, 'index.html'))) {
    return undefined
  }
  if (!isFile(join(siteFolder, path))) {
    return { target: `${quote(path)}, which is neither a slide nor a file of the site` }
  }
  return isRouted
    ? {
        target: `the file ${quote(path)}, but opens Slidev's page for missing slides`,
        fix: `Markdown links are for slides. Write <a href="/${path}" target="_blank">.`,
      }
    : undefined
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
