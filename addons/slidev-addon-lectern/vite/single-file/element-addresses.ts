import type { NodeTransform } from '@vue/compiler-core'
import type { Plugin } from 'vite'

import { SINGLE_FILE_BASE } from '../../deck/build-variables.ts'
import { findPublicFile } from './public-paths.ts'

/** Elements whose addresses Vue imports. */
const IMPORTED: ReadonlySet<string> = new Set(['img', 'video', 'source', 'image', 'use'])

/** Attributes that are read by people, and that of links to slides. */
const NO_ADDRESSES: ReadonlySet<string> = new Set(['alt', 'title', 'aria-label', 'to'])

/** A plugin of Vite, and the transform that it tells of the folder of public files. */
export interface ElementAddresses {
  plugin: Plugin
  transform: NodeTransform
}

/**
 * Puts the base path before the paths of public files in other attributes of templates than those that Vue imports, such
 * as `<a href="/paper.pdf">` and `<iframe src="/page.html">`. Does so only where a single file is built.
 */
export function createElementAddresses(): ElementAddresses {
  let folder: string | undefined
  return {
    plugin: {
      name: 'lectern:element-addresses',
      configResolved: ({ base, publicDir }) => {
        folder = base === SINGLE_FILE_BASE ? publicDir : undefined
      },
    },
    transform: (node) => {
      if (folder === undefined || !('tag' in node) || IMPORTED.has(node.tag)) {
        return
      }
      for (const prop of node.props) {
        // A directive has an expression in place of a value.
        if ('value' in prop && prop.value && !NO_ADDRESSES.has(prop.name)) {
          const path = findPublicFile(folder, prop.value.content)
          prop.value.content = path === undefined ? prop.value.content : SINGLE_FILE_BASE + path
        }
      }
    },
  }
}
