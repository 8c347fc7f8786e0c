import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { escapeHtml } from '../../addons/slidev-addon-lectern/site/prerender/edit-html.ts'
import { serveFromMemory } from '../page/memory-server.ts'
import { AFTER_PAINT_MS, measureLoad } from '../page/page-load.ts'
import { PROFILES } from '../page/profiles.ts'
import type { Profile } from '../page/profiles.ts'
import { summarize } from '../report/statistics.ts'
import type { BenchContext } from './bench-context.ts'

/**
 * Measures how soon a page with nothing but the first slide's heading is painted on a slow network, and notes it.
 * Network and browser alone take that long, so no deck can be faster.
 */
export async function measureLowerBound(context: BenchContext): Promise<void> {
  const { temporary, heading, plan, progress, note } = context
  const folder = join(temporary, 'heading')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">' +
      `<title>Heading</title><h1>${escapeHtml(heading)}</h1>`,
  )
  const server = await serveFromMemory(folder)
  try {
    const parts: string[] = []
    for (const profile of PROFILES.filter(({ network }) => network)) {
      const { count } = plan.loads[profile.name]
      progress.start(`Loading a heading alone, ${profile.label}`, count)
      parts.push(
        `${await measureMedian(context, server.url, profile, count)} ms (${profile.label})`,
      )
    }
    note(
      `A page with nothing but the heading is painted after ${parts.join(', ')}: no deck can be faster.`,
    )
  } finally {
    await server.close()
  }
}

async function measureMedian(
  { browser, heading, progress }: BenchContext,
  url: string,
  profile: Profile,
  count: number,
): Promise<number> {
  const times: number[] = []
  for (let load = 0; load < count; load += 1) {
    const order = { url, heading, profile, isTimed: true, settleMs: AFTER_PAINT_MS }
    times.push((await measureLoad(browser, order)).firstSlideMs)
    progress.advance()
  }
  return Math.round(summarize(times)?.median ?? 0)
}
