import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

import type { Plugin, Rolldown } from 'vite'

import { SINGLE_FILE_BASE } from '../../deck/build-variables.ts'
import { readClientPath, withoutQuery } from '../lazy-client/slidev-client.ts'
import { nameFiles } from './name-files.ts'
import { completePublicPaths } from './public-paths.ts'

/** Modules of Slidev's client that put the base path before addresses of slides, and not of files. */
const PAGE_MODULES: readonly string[] = ['setup/main.ts', 'env.ts']

const BASE_RE = /\bimport\.meta\.env\.BASE_URL\b/g

/** Matches the module of a slide's frontmatter. */
const FRONTMATTER_RE = /__slidev_\d+\.frontmatter$/

/**
 * Builds a deck as one script and one style sheet, whose addresses of files all begin with the base path, so that
 * `site/single` can put the files in their place. Addresses of slides begin with the page's own address.
 */
export function singleFile(): Plugin {
  let publicFolder = ''
  const changed = new Set<string>()
  return {
    name: 'lectern:single-file',
    apply: 'build',
    config: () => ({
      build: {
        // Each file is written, so that the page holds it once.
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        modulePreload: false,
      },
    }),
    configResolved: (config) => {
      publicFolder = config.publicDir
    },
    transform: {
      filter: { id: [FRONTMATTER_RE, /\/@slidev\/client\//] },
      handler(code, id) {
        if (FRONTMATTER_RE.test(id)) {
          return { code: completePublicPaths(code, publicFolder, SINGLE_FILE_BASE), map: null }
        }
        const path = readClientPath(withoutQuery(id)) ?? ''
        if (!PAGE_MODULES.includes(path)) {
          return undefined
        }
        const written = code.replace(BASE_RE, '""')
        if (written !== code) {
          changed.add(path)
        }
        return { code: written, map: null }
      },
    },
    buildEnd() {
      for (const path of PAGE_MODULES.filter((each) => !changed.has(each))) {
        this.environment.logger.warn(describeUnchanged(path))
      }
    },
    outputOptions: (options): Rolldown.OutputOptions => ({
      ...options,
      manualChunks: undefined,
      codeSplitting: false,
    }),
    generateBundle: {
      // After Vite has written the addresses.
      order: 'post',
      handler: (_options, bundle) => {
        const files = [...Object.keys(bundle), ...listFiles(publicFolder)]
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') {
            chunk.code = nameFiles(chunk.code, SINGLE_FILE_BASE, files)
          }
        }
      },
    },
  }
}

/** Describes a module of Slidev that names no base path any more, in one line. */
function describeUnchanged(path: string): string {
  return (
    `[slidev-addon-lectern] ${path} of Slidev has no base path to leave out: links between slides may not ` +
    'work in the single file. Update slidev-addon-lectern.'
  )
}

/** Lists the paths of all files below a folder, with slashes; none where there is no such folder. */
function listFiles(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    : []
}
