import type { TestProject } from 'vitest/node'

import { ensureBrowser } from '../../tools/browser.ts'
import { copyProject, publishDeck } from './project-copy.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built deck with its notes, made once for all tests. */
    builtDeck: string
  }
}

/**
 * Finds or installs a browser and builds the deck once, outside the project, before the first test: as
 * `npm run build -- --speaker` does, with notes and presenter.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  ensureBrowser(console.log)
  const folder = copyProject()
  project.provide('builtDeck', await publishDeck(folder, { isSpeaker: true }))
  return () => folder.remove()
}
