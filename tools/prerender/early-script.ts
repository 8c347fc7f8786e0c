import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { buildSync } from 'esbuild'

/** The script in the head of every prerendered page; see `client/early.ts`. */
export const EARLY_SCRIPT = bundleEarlyScript()

/** How a content security policy allows it. */
export const EARLY_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(EARLY_SCRIPT).digest('base64')}'`

function bundleEarlyScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'client/early.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    // Older browsers read the page as it is, without the application.
    target: 'es2020',
    legalComments: 'none',
  })
  return outputFiles[0]?.text.trim() ?? ''
}
