import { cpSync } from 'node:fs'
import { join } from 'node:path'

import { buildSite } from '../../tools/site.ts'
import { writeFileAtomically } from '../../tools/write-file.ts'
import { openDeck } from './deck.ts'
import type { Deck } from './deck.ts'
import { copyProject, ROOT } from './project-copy.ts'

/** The same deck, built as this project does and as Slidev alone does. */
export interface TwoBuilds {
  lean: Deck
  stock: Deck
  /** Folder of the one built as this project does. */
  folder: string
  /** Folder of the one built as Slidev alone does. */
  stockFolder: string
  /** Does the same in both decks, one after the other. */
  onBoth: <T>(look: (deck: Deck) => Promise<T>) => Promise<{ stock: T; lean: T }>
  close: () => Promise<void>
}

/** A configuration of Vite with nothing of ours. */
const STOCK_CONFIG = `import { defineConfig } from 'vite'

export default defineConfig({})
`

/**
 * Builds a deck twice.
 *
 * @param fixture - Name of its folder in `tests/fixtures`; the project's own deck unless it is said.
 */
export async function buildBoth(fixture?: string): Promise<TwoBuilds> {
  const project = copyProject()
  if (fixture !== undefined) {
    cpSync(join(ROOT, 'tests/fixtures', fixture), project.path, { recursive: true })
  }
  const entry = join(project.path, 'slides.md')
  const folder = join(project.path, 'lean')
  await buildSite(entry, folder)
  writeFileAtomically(join(project.path, 'vite.config.ts'), STOCK_CONFIG)
  const stockFolder = join(project.path, 'stock')
  await buildSite(entry, stockFolder)
  const lean = await openDeck(folder)
  const stock = await openDeck(stockFolder)
  return {
    lean,
    stock,
    folder,
    stockFolder,
    onBoth: async (look) => ({ stock: await look(stock), lean: await look(lean) }),
    close: async () => {
      await lean.close()
      await stock.close()
      project.remove()
    },
  }
}
