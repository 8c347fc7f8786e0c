import { loadVite } from './load-vite.ts'

/**
 * Returns the `base` of a deck's `vite.config.ts`, with which `slidev build` would build it.
 *
 * @returns `undefined` where it sets none, and where the file does not load, which the build tells.
 */
export async function readViteBase(folder: string): Promise<string | undefined> {
  const { loadConfigFromFile } = await loadVite(folder)
  const env = { command: 'build', mode: 'production' } as const
  const loaded = await loadConfigFromFile(env, undefined, folder, 'silent').catch(() => null)
  return loaded?.config.base
}
