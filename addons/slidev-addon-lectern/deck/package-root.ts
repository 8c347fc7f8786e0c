import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Folder of this package. Paths of its files start here, because built code lies in `dist/` and sources lie in their
 * rooms.
 */
export const PACKAGE_ROOT = findUpwards(import.meta.dirname)

function findUpwards(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findUpwards(dirname(folder))
}
