import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { launchBrowser } from '../browser.ts'
import { CHECKS } from '../checks/finding.ts'
import type { CheckName, Finding, Mode } from '../checks/finding.ts'
import { inspectLinks, isExternal } from '../checks/links.ts'
import type { LinkTargets } from '../checks/links.ts'
import { inspectMissingImages } from '../checks/missing-images.ts'
import { inspectNotes } from '../checks/notes.ts'
import { deadAddressFault, findDeadAddresses } from '../checks/online-links.ts'
import { inspectSpelling } from '../checks/spelling.ts'
import type { Progress } from '../progress.ts'
import { buildSite } from '../site.ts'
import { loadDeck } from '../slide-model.ts'
import type { DeckModel } from '../slide-model.ts'
import { firstLine } from '../source-place.ts'
import { serveFolder } from '../static-server.ts'
import { readAddonWarnings } from './addon-warnings.ts'
import { applyExceptions, readExceptions } from './exceptions.ts'
import type { AllowedFinding, Exception } from './exceptions.ts'
import { mergeSightings, sortFindings } from './merge.ts'
import { findMessages, findRequests } from './page-events.ts'
import { chooseSlides } from './slide-range.ts'
import { walkDeck } from './walk.ts'
import type { Sighting, WalkRecord } from './walk.ts'

/** What to examine, and how. */
export interface DoctorOptions {
  /** Path of the deck's Markdown file. */
  entry: string
  /** What files in messages are named relative to. */
  workingFolder: string
  /** @default all */
  checks?: readonly CheckName[]
  /** Slides such as `3,12-16`. @default all */
  slides?: string
  /** Also asks the addresses that the deck links to. @default false */
  online?: boolean
  /** Path of a Chromium; asked for only when the browser is needed. */
  browserPath: () => string
  progress: Progress
}

/** What an examination found. */
export interface Diagnosis {
  /** The deck as messages name it. */
  deck: string
  /** Numbers of the slides that were examined. */
  slides: number[]
  /** Modes that were looked at in the browser; empty when it was not needed or the deck did not build. */
  modes: Mode[]
  checks: CheckName[]
  findings: Finding[]
  /** Findings that a slide declares as intended. */
  allowed: AllowedFinding[]
  /** Declarations without a finding. */
  unused: Exception[]
  /** Titles by the number of their slide. */
  titles: Record<number, string>
  /** Why nothing was looked at in the browser, where findings in the source explain it. */
  unbuilt?: string
}

/** Checks that need no browser. */
const SOURCE_CHECKS: ReadonlySet<CheckName> = new Set(['spelling'])

/**
 * Examines a deck: its source, and the site that Slidev builds of it in a browser.
 *
 * @throws {Error} when it cannot be examined: no such file, unknown slides, a deck that does not build, no
 *   browser.
 */
export async function examineDeck(options: DoctorOptions): Promise<Diagnosis> {
  const { entry, workingFolder, progress } = options
  const deck = await loadDeck(entry, workingFolder)
  const slides = chooseSlides(deck.slides.length, options.slides)
  const checks = new Set(options.checks ?? CHECKS)
  const exceptions = readExceptions(deck)
  const site = mkdtempSync(join(tmpdir(), 'doctor-'))
  const examination: Examination = { deck, slides, checks, exceptions, site, options }
  try {
    const needsBrowser = [...checks].some((check) => !SOURCE_CHECKS.has(check))
    if (needsBrowser) {
      progress.start(`Building ${deck.file}`)
    }
    const [built, inSource] = await Promise.all([
      needsBrowser ? build(deck, site) : undefined,
      inspectSource(examination),
    ])
    const unbuilt = built?.error
    const explained = unbuilt ? explainFailure(deck, unbuilt) : []
    if (unbuilt && explained.length === 0) {
      throw unbuilt
    }
    const onSite = built && !unbuilt ? await inspectSite(examination) : undefined
    const findings = [
      ...inSource,
      ...explained,
      ...(unbuilt ? [] : readAddonWarnings(built?.output ?? '', deck)),
      ...(onSite?.findings ?? []),
    ].filter(({ check, slide }) => checks.has(check) && slides.includes(slide))
    const { findings: rest, allowed, unused } = applyExceptions(findings, exceptions)
    return {
      deck: deck.file,
      slides,
      modes: onSite?.modes ?? [],
      checks: CHECKS.filter((check) => checks.has(check)),
      findings: sortFindings(rest),
      allowed: sortFindings(allowed),
      unused: unused.filter(({ check, slide }) => checks.has(check) && slides.includes(slide)),
      titles: Object.fromEntries(deck.slides.map(({ number, title }) => [number, title])),
      ...(unbuilt ? { unbuilt: unbuilt.message } : {}),
    }
  } finally {
    progress.stop()
    rmSync(site, { recursive: true, force: true })
  }
}

/** A deck under examination. */
interface Examination {
  deck: DeckModel
  slides: readonly number[]
  checks: ReadonlySet<CheckName>
  exceptions: readonly Exception[]
  /** Folder of the built site. */
  site: string
  options: DoctorOptions
}

async function build(deck: DeckModel, site: string): Promise<{ output: string; error?: Error }> {
  try {
    return {
      output: await buildSite(deck.entry, site, ['--base', '/', '--router-mode', 'history']),
    }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    return { output: failure.message, error: failure }
  }
}

/** What the source tells of why a deck does not build. */
function explainFailure(deck: DeckModel, failure: Error): Finding[] {
  return [...inspectMissingImages(deck), ...readAddonWarnings(failure.message, deck)]
}

async function inspectSource({ deck, checks, exceptions }: Examination): Promise<Finding[]> {
  return [
    ...findBrokenImports(deck),
    ...(checks.has('spelling') ? await inspectAllSpelling(deck, exceptions) : []),
  ]
}

/**
 * One finding stands for a word on all of its slides: those on which the author allows it are looked at by
 * themselves, so that they do not stand for the others.
 */
async function inspectAllSpelling(
  deck: DeckModel,
  exceptions: readonly Exception[],
): Promise<Finding[]> {
  const allowing = new Set(
    exceptions.filter(({ check }) => check === 'spelling').map(({ slide }) => slide),
  )
  const parts = [
    deck.slides.filter(({ number }) => !allowing.has(number)),
    ...deck.slides.filter(({ number }) => allowing.has(number)).map((slide) => [slide]),
  ]
  const findings: Finding[] = []
  for (const slides of parts) {
    findings.push(...(await inspectSpelling({ ...deck, slides })))
  }
  return findings
}

/** Slides that Slidev leaves out, because it cannot read where they are. */
function findBrokenImports({ errors, slides }: DeckModel): Finding[] {
  return errors.map(({ file, line, message }) => {
    const before = slides.findLast((slide) => slide.file === file && firstLine(slide) < line)
    return {
      check: 'links',
      slide: before?.number ?? 1,
      file,
      line,
      seen: `Slidev leaves slides out here: ${message}`,
      expected: 'a file that is there',
      fix: 'Correct the path after `src:`, or put the file there.',
    }
  })
}

async function inspectSite(
  examination: Examination,
): Promise<{ findings: Finding[]; modes: Mode[] }> {
  const { deck, slides, checks, site, options } = examination
  const server = await serveFolder(site)
  const browser = await launchBrowser(options.browserPath())
  try {
    options.progress.start('Looking at the slides in light and dark', slides.length * 2)
    const records = await Promise.all(
      (['light', 'dark'] as const).map(async (mode) =>
        walkDeck({
          browser,
          siteUrl: server.url,
          slides,
          mode,
          checks,
          onSlide: options.progress.advance,
        }),
      ),
    )
    const walks = records.filter((record) => record !== undefined)
    const modes = walks.map(({ mode }) => mode)
    const clicks = walks[0]?.clicks ?? new Map<number, number>()
    const links = await inspectAllLinks(examination, walks, server.url)
    return {
      modes,
      findings: [
        ...mergeSightings(deck, [...walks.flatMap((walk) => walk.sightings), ...links], {
          modes,
          clicks,
        }),
        ...findRequests(deck, walks),
        ...findMessages(deck, walks),
        ...deck.slides.flatMap((slide) => inspectNotes(slide, clicks.get(slide.number) ?? 0)),
      ],
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function inspectAllLinks(
  { deck, site, options }: Examination,
  walks: readonly WalkRecord[],
  siteUrl: string,
): Promise<Sighting[]> {
  const targets: LinkTargets = {
    siteUrl,
    siteFolder: site,
    total: deck.slides.length,
    aliases: deck.slides.flatMap(({ frontmatter: { routeAlias } }) =>
      typeof routeAlias === 'string' ? routeAlias : [],
    ),
  }
  const all = walks.flatMap((walk) =>
    [...walk.links].map(([slide, links]) => ({ walk, slide, links })),
  )
  const external = all.flatMap(({ links }) => links.filter((link) => isExternal(link, siteUrl)))
  if (options.online) {
    options.progress.start(`Asking for ${external.length} linked pages`)
  }
  const dead = options.online ? await findDeadAddresses(external.map(({ url }) => url)) : new Map()
  return all.flatMap(({ walk: { mode }, slide, links }) =>
    [
      ...inspectLinks(links, targets),
      ...links.flatMap((link) => {
        const problem: string | undefined = dead.get(link.url)
        return problem ? deadAddressFault(link, problem) : []
      }),
    ].map((fault) => ({ check: 'links', slide, mode, clicks: 0, fault })),
  )
}
