import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { buildSync } from 'esbuild'

/** The script in the head of every prerendered page; see `client/early.ts`. */
export const EARLY_SCRIPT = bundleForHead(
  join(import.meta.dirname, '../../client/prerendered/early-script.ts'),
)

/** How a content security policy allows it. */
export const EARLY_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(EARLY_SCRIPT).digest('base64')}'`

/**
 * A module as a script that stands in the head of a page.
 *
 * @param entry - Absolute path of the module.
 */
export function bundleForHead(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
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
