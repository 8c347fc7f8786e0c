import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Folder of this package. Built code lies in `dist/` and its sources in their rooms, so that paths of files in the
 * package start here.
 */
export const PACKAGE_ROOT = findUpwards(import.meta.dirname)

function findUpwards(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findUpwards(dirname(folder))
}
