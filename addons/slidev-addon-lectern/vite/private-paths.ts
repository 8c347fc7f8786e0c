import type { Plugin } from 'vite'

import { escapePattern } from '../deck/escape-pattern.ts'
import { PACKAGE_ROOT } from '../deck/package-root.ts'

/** Matches the path of this addon from a folder above both it and the deck, which names the folders of the machine. */
const PATH_RE = new RegExp(
  String.raw`(?:\.\./)+${escapePattern(PACKAGE_ROOT.replaceAll('\\', '/').replace(/^\//, ''))}`,
  'g',
)

/**
 * Hides where this addon lies. Slidev's setups are keyed by their paths, and only their values are used; where the addon
 * is outside of the deck's project, the keys would tell every visitor the folders of the machine.
 */
export const hidePrivatePaths: Plugin = {
  name: 'lectern:private-paths',
  apply: 'build',
  renderChunk: (code) => {
    const hidden = code.replaceAll(PATH_RE, 'slidev-addon-lectern')
    return hidden === code ? undefined : { code: hidden, map: null }
  },
}
