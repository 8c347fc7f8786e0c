import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Links a project's dependencies into a folder, one by one: Slidev and Vite write files of their own into
 * `node_modules`, which two projects must not share.
 *
 * @param project - Folder of the project that has the dependencies installed.
 */
export function linkDependencies(project: string, folder: string): void {
  const from = join(project, 'node_modules')
  const to = join(folder, 'node_modules')
  mkdirSync(to)
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    symlinkSync(join(from, name), join(to, name))
  }
}
