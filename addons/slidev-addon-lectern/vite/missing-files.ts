import type { Plugin } from 'vite'

/** Matches the module of a slide. */
const SLIDE_RE = /__slidev_\d+\.md/

/** Matches the address of a file that a browser shows or plays, beside the slide or in `public`. */
const FILE_RE = /^\.{0,2}\/.*\.(?:avif|gif|ico|jpe?g|mp[34]|ogg|pdf|png|svg|wav|web[mp])(?:\?.*)?$/i

const PREFIX = '\0lectern:missing-file:'

/**
 * Leaves the addresses of files that do not exist on the slides as they are typed. Otherwise the first one would stop
 * a build whose slides are to be printed or examined, and a browser shows slides without them, too.
 */
export const leaveMissingFiles: Plugin = {
  name: 'lectern:missing-files',
  // Gets what no other plugin has found.
  enforce: 'post',
  resolveId: {
    order: 'post',
    handler: (source, importer) =>
      importer !== undefined && SLIDE_RE.test(importer) && FILE_RE.test(source)
        ? PREFIX + source
        : undefined,
  },
  load: (id) =>
    id.startsWith(PREFIX) ? `export default ${JSON.stringify(id.slice(PREFIX.length))}` : undefined,
}
