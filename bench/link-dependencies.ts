import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Gives a folder the project's dependencies, each linked by itself: Slidev and Vite keep files of their own
 * in `node_modules`, and no two projects may share those.
 *
 * @param project - Folder whose dependencies they are.
 */
export function linkDependencies(project: string, folder: string): void {
  const from = join(project, 'node_modules')
  const to = join(folder, 'node_modules')
  mkdirSync(to)
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    symlinkSync(join(from, name), join(to, name))
  }
}
