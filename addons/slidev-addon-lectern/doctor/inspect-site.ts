import type { Browser } from 'playwright-chromium'

import { launchBrowser } from '../browser/find-browser.ts'
import { serveFolder } from '../browser/static-server.ts'
import { dropEscapedMarkup } from '../checks/colors.ts'
import type { SlideFinding, Mode } from '../checks/finding.ts'
import { judgeEmptyTexts } from '../checks/images/empty-texts.ts'
import { inspectLinks, isExternal } from '../checks/links.ts'
import type { LinkTargets } from '../checks/links.ts'
import { describeDeadAddress, findDeadAddresses } from '../checks/links/dead-addresses.ts'
import { inspectNotes } from '../checks/notes.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { Progress } from '../output/progress.ts'
import { groupObservations } from './group-observations.ts'
import { findMessages, findRequests } from './network-and-console.ts'
import { createSlideOfScript } from './slide-of-script.ts'
import { visitDeck } from './visit-deck.ts'
import type { DeckRecord } from './visit-deck.ts'
import type { SlideObservation } from './visit-slide.ts'

/** A built deck to inspect. */
export interface SiteInspection {
  deck: DeckModel
  /** Folder of the built site. */
  folder: string
  slides: readonly number[]
  checks: ReadonlySet<CheckName>
  /** Whether to request the web pages that the deck links to. */
  online: boolean
  /** Path of a Chromium. */
  browserPath: string
  progress: Progress
}

/** Shows a built deck in a browser, in light and dark mode, and returns the findings and the modes it has. */
export async function inspectSite(
  inspection: SiteInspection,
): Promise<{ findings: SlideFinding[]; modes: Mode[] }> {
  const browser = await launchBrowser(inspection.browserPath)
  try {
    const server = await serveFolder(inspection.folder)
    try {
      return await inspectServed(inspection, browser, server.url)
    } finally {
      await server.close()
    }
  } finally {
    await browser.close()
  }
}

async function inspectServed(
  inspection: SiteInspection,
  browser: Browser,
  siteUrl: string,
): Promise<{ findings: SlideFinding[]; modes: Mode[] }> {
  const { deck, slides, checks, folder, progress } = inspection
  progress.start('Checking the slides in light and dark', slides.length * 2)
  const visit = { browser, siteUrl, slides, checks, onSlide: progress.advance }
  const visits = await Promise.all([
    visitDeck({ ...visit, mode: 'light' }),
    visitDeck({ ...visit, mode: 'dark' }),
  ])
  const records = visits.filter((record) => record !== undefined)
  const modes = records.map(({ mode }) => mode)
  const clicks = records[0]?.clicks ?? new Map()
  const slideOfScript = createSlideOfScript(folder)
  const observations = [
    ...judgeEmptyTexts(
      deck,
      dropEscapedMarkup(
        deck,
        records.flatMap((record) => record.observations),
      ),
    ),
    ...(await inspectAllLinks(inspection, records, siteUrl)),
  ]
  return {
    modes,
    findings: [
      ...groupObservations(deck, observations, { modes, clicks }),
      ...findRequests(deck, records, slideOfScript),
      ...findMessages(deck, records, slideOfScript),
      ...slides.flatMap((number) => {
        const slide = deck.slides[number - 1]
        return slide ? inspectNotes(slide, clicks.get(number)?.last ?? 0) : []
      }),
    ],
  }
}

async function inspectAllLinks(
  { deck, folder, online, progress }: SiteInspection,
  records: readonly DeckRecord[],
  siteUrl: string,
): Promise<SlideObservation[]> {
  const targets: LinkTargets = {
    siteUrl,
    siteFolder: folder,
    total: deck.slides.length,
    aliases: deck.slides.flatMap(({ alias = [] }) => alias),
    hidden: deck.hiddenAliases,
  }
  const seen = records.flatMap(({ mode, links }) => links.map((each) => ({ ...each, mode })))
  const addresses = new Set(
    seen.flatMap(({ link }) => (online && isExternal(link, siteUrl) ? link.url : [])),
  )
  if (addresses.size > 0) {
    progress.start(`Requesting ${addresses.size} linked pages`)
  }
  const dead = await findDeadAddresses([...addresses])
  return seen.flatMap(({ slide, clicks, mode, link }) => {
    const answer = dead.get(link.url)
    const observations = [
      ...inspectLinks([link], targets),
      ...(answer ? [describeDeadAddress(link, answer)] : []),
    ]
    return observations.map((observation) => ({
      check: 'links' as const,
      slide,
      mode,
      clicks,
      observation,
    }))
  })
}
