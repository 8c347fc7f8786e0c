import type { TestProject } from 'vitest/node'

import { ensureBrowser } from '../../browser/find-browser.ts'
import { makeFolder } from './project-copy.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the decks that several test files share, see `shared-builds.ts`. */
    sharedBuilds: string
  }
}

/** Finds or installs a browser before the first test, and removes the shared builds after the last. */
export default function setup(project: TestProject): () => void {
  ensureBrowser(console.log)
  const folder = makeFolder()
  project.provide('sharedBuilds', folder.path)
  return () => folder.remove()
}
