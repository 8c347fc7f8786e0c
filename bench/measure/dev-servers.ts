import { setTimeout as wait } from 'node:timers/promises'

import { TOOL_NAMES } from '../contestants/contestant.ts'
import type { Contestant } from '../contestants/contestant.ts'
import { attempt } from './bench-context.ts'
import type { BenchContext } from './bench-context.ts'
import { startDevSession } from './dev-session.ts'
import type { DevSession, EditedLine } from './dev-session.ts'
import { chooseEditedLine } from './edited-line.ts'
import { interleave } from './interleave.ts'
import type { Plan } from './plan.ts'

/** Pause between two edits, in ms. */
const REST_MS = 500

/**
 * Starts the development servers several times, then starts them once more and edits the deck. Notes a deck
 * without a line that can be edited.
 */
export async function measureDev(
  context: BenchContext,
  contestants: readonly Contestant[],
  plan: NonNullable<Plan['dev']>,
): Promise<void> {
  await attempt(context, 'Development servers', async () =>
    measureServers(context, contestants, plan, chooseEditedLine(context.deck)),
  )
}

async function measureServers(
  context: BenchContext,
  contestants: readonly Contestant[],
  { starts, edits }: NonNullable<Plan['dev']>,
  line: EditedLine,
): Promise<void> {
  const { browser, heading, results, progress, temporary } = context
  const start = async (contestant: Contestant): Promise<DevSession> =>
    startDevSession(browser, contestant, heading, line, temporary)

  progress.start('Starting the development servers')
  const failed = new Set<Contestant>()
  await interleave(contestants, starts, async (contestant, counts) => {
    if (failed.has(contestant)) {
      return
    }
    const label = `Development server of ${TOOL_NAMES[contestant.tool]}`
    const isDone = await attempt(context, label, async () => {
      const session = await start(contestant)
      if (counts) {
        results.add('dev-start', contestant.tool, session.firstSlideMs / 1000)
      } else {
        // As on an author's machine, where the tool has filled its caches before.
        await session.rest()
      }
      await session.close()
    })
    if (!isDone) {
      failed.add(contestant)
    }
  })

  const running = contestants.filter((contestant) => !failed.has(contestant))
  progress.start('Editing the deck', running.length * (edits + 1))
  const sessions: DevSession[] = []
  try {
    await Promise.all(
      running.map(async (contestant) =>
        attempt(context, `Edits with ${TOOL_NAMES[contestant.tool]}`, async () => {
          const session = await start(contestant)
          try {
            await session.showEdited()
            sessions.push(session)
          } catch (error) {
            await session.close()
            throw error
          }
        }),
      ),
    )
    const rounds = { count: edits, hasWarmUp: true, limitMs: Number.POSITIVE_INFINITY }
    let number = 0
    await interleave(sessions, rounds, async (session, counts) => {
      number += 1
      const savedToScreenMs = await session.edit(`edit${number}`)
      if (counts) {
        results.add('edit', session.contestant.tool, savedToScreenMs)
      }
      await wait(REST_MS)
      progress.advance()
    })
  } finally {
    await Promise.all(sessions.map(async ({ close }) => close()))
  }
}
