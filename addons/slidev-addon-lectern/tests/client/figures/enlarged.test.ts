import { afterEach, expect, it, vi } from 'vitest'

import { enlarge } from '../../../client/figures/enlarged.ts'

/** Slidev's shared state: the name of its channel, and what it does when another window tells something. */
const shared = vi.hoisted<{ channel: string; hear: (told: object) => void }>(() => ({
  channel: 'lectern-test',
  hear: () => {},
}))

/** Slidev's state that windows share. */
interface SyncState {
  createSyncState: (...states: [object, object]) => {
    init: (channel: string) => void
    onUpdate: (told: object) => void
    patch: unknown
    state: unknown
  }
}

vi.mock('@slidev/client/state/shared.ts', async () => {
  vi.stubGlobal('__SLIDEV_HAS_SERVER__', false)
  const path = '@slidev/client/state/syncState.ts'
  const { createSyncState } = await vi.importActual<SyncState>(path)
  const { init, onUpdate, patch, state } = createSyncState({}, {})
  init(shared.channel)
  shared.hear = onUpdate
  return { patch, sharedState: state }
})

afterEach(() => vi.unstubAllGlobals())

it('tells the other windows the presenter’s choice, also while one of them tells something', async () => {
  const audience = new BroadcastChannel(shared.channel)
  const heard: unknown[] = []
  audience.addEventListener('message', ({ data }) => heard.push(data))
  const figure = { slide: 2, figure: 0, view: 'drawing' } as const
  shared.hear({ page: 2 })
  enlarge(figure, true)
  await expect.poll(() => heard.at(-1)).toMatchObject({ lecternEnlarged: { figure } })
  shared.hear({ page: 3 })
  enlarge(undefined, true)
  await expect.poll(() => heard.at(-1)).toMatchObject({ page: 3, lecternEnlarged: {} })
  expect(heard.at(-1)).not.toMatchObject({ lecternEnlarged: { figure } })
  audience.close()
})
