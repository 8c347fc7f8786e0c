import { launchBrowser } from '../browser/find-browser.ts'
import { serveFolder } from '../browser/static-server.ts'
import type { Finding, Mode } from '../checks/finding.ts'
import { inspectLinks, isExternal } from '../checks/links.ts'
import type { LinkTargets } from '../checks/links.ts'
import { inspectNotes } from '../checks/notes.ts'
import { deadAddressFault, findDeadAddresses } from '../checks/online-links.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { Progress } from '../output/progress.ts'
import { groupObservations } from './group-observations.ts'
import { findMessages, findRequests } from './page-events.ts'
import { createChunkOwners } from './script-owners.ts'
import type { SlideObservation } from './visit.ts'
import { walkDeck } from './walk.ts'
import type { WalkRecord } from './walk.ts'

/** A built deck, and what of it to look at. */
export interface SiteExamination {
  deck: DeckModel
  /** Folder of the built site. */
  folder: string
  slides: readonly number[]
  checks: ReadonlySet<CheckName>
  /** Also asks the addresses that the deck links to. */
  online: boolean
  /** Path of a Chromium. */
  browserPath: string
  progress: Progress
}

/** What the built deck shows in a browser, in light and dark. */
export async function inspectSite(
  examination: SiteExamination,
): Promise<{ findings: Finding[]; modes: Mode[] }> {
  const { deck, slides, checks, folder, progress } = examination
  const server = await serveFolder(folder)
  const browser = await launchBrowser(examination.browserPath)
  try {
    progress.start('Looking at the slides in light and dark', slides.length * 2)
    const options = { browser, siteUrl: server.url, slides, checks, onSlide: progress.advance }
    const records = await Promise.all([
      walkDeck({ ...options, mode: 'light' }),
      walkDeck({ ...options, mode: 'dark' }),
    ])
    const walks = records.filter((record) => record !== undefined)
    const modes = walks.map(({ mode }) => mode)
    const clicks = walks[0]?.clicks ?? new Map()
    const ownerOf = createChunkOwners(folder)
    const sightings = [
      ...walks.flatMap((walk) => walk.sightings),
      ...(await inspectAllLinks(examination, walks, server.url)),
    ]
    return {
      modes,
      findings: [
        ...groupObservations(deck, sightings, { modes, clicks }),
        ...findRequests(deck, walks, ownerOf),
        ...findMessages(deck, walks, ownerOf),
        ...slides.flatMap((number) => {
          const slide = deck.slides[number - 1]
          return slide ? inspectNotes(slide, clicks.get(number)?.last ?? 0) : []
        }),
      ],
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function inspectAllLinks(
  { deck, folder, online, progress }: SiteExamination,
  walks: readonly WalkRecord[],
  siteUrl: string,
): Promise<SlideObservation[]> {
  const targets: LinkTargets = {
    siteUrl,
    siteFolder: folder,
    total: deck.slides.length,
    aliases: deck.slides.flatMap(({ alias = [] }) => alias),
  }
  const seen = walks.flatMap(({ mode, links }) => links.map((each) => ({ ...each, mode })))
  const addresses = new Set(
    seen.flatMap(({ link }) => (online && isExternal(link, siteUrl) ? link.url : [])),
  )
  if (addresses.size > 0) {
    progress.start(`Asking for ${addresses.size} linked pages`)
  }
  const dead = await findDeadAddresses([...addresses])
  return seen.flatMap(({ slide, clicks, mode, link }) => {
    const problem = dead.get(link.url)
    const faults = [
      ...inspectLinks([link], targets),
      ...(problem ? [deadAddressFault(link, problem)] : []),
    ]
    return faults.map((fault) => ({ check: 'links' as const, slide, mode, clicks, fault }))
  })
}
