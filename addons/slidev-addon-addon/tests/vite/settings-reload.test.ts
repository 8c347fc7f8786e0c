import { expect, it, vi } from 'vitest'

import { reloadOnSettings } from '../../vite/settings-reload.ts'

/** Saves decks one after the other; gives back how often all slides were rendered anew. */
function save(...headmatters: Record<string, unknown>[]): number {
  const [first = {}, ...others] = headmatters
  const options = { userRoot: '/talks', data: { headmatter: first, entry: { slides: [] } } }
  const hook: unknown = reloadOnSettings(options).handleHotUpdate
  const server = {
    moduleGraph: { invalidateAll: vi.fn<() => void>() },
    hot: { send: vi.fn<(payload: unknown) => void>() },
  }
  if (
    typeof hook !== 'object' ||
    hook === null ||
    !('handler' in hook) ||
    typeof hook.handler !== 'function'
  ) {
    throw new Error('The plugin has no handler.')
  }
  for (const headmatter of others) {
    options.data.headmatter = headmatter
    const before = server.hot.send.mock.calls.length
    const left: unknown = hook.handler({ server, modules: ['slide'] })
    expect(left).toEqual(server.hot.send.mock.calls.length > before ? [] : ['slide'])
  }
  expect(server.moduleGraph.invalidateAll).toHaveBeenCalledTimes(server.hot.send.mock.calls.length)
  return server.hot.send.mock.calls.length
}

const A = { addon: { colours: { brand: '#111' } } }
const B = { addon: { colours: { brand: '#222' } } }

it('leaves hot reload to Slidev where the settings stay', () => {
  expect(save({}, {}, { title: 'x' })).toBe(0)
  expect(save(A, { ...A, title: 'x' })).toBe(0)
})

it('renders all slides anew where a setting is added, changed or removed', () => {
  expect(save({}, A)).toBe(1)
  expect(save(A, B, B, A)).toBe(2)
  expect(save(A, {})).toBe(1)
})
