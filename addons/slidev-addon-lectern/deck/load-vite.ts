import { pathToFileURL } from 'node:url'

import { findSlidev, resolveFromSlidev } from './find-slidev.ts'

/** Loads the Vite that the Slidev of a deck builds with. */
export async function loadVite(folder: string): Promise<typeof import('vite')> {
  const path = resolveFromSlidev(findSlidev(folder), 'vite')
  return import(pathToFileURL(path).href)
}
