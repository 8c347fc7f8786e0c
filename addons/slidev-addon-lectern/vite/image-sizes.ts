import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { NodeTransform } from '@vue/compiler-core'
import { imageSize } from 'image-size'

import { decodePath } from '../deck/decode-path.ts'

/** Kinds of nodes of Vue's compiler that are made here. */
const TEXT = 2
const ATTRIBUTE = 6

/** The address in an image as it is written. */
const SOURCE_RE = /\ssrc="([^"]+)"/

/** Size of a picture in its own pixels. */
export interface ImageSize {
  width: number
  height: number
}

/**
 * Gives every image in a template the size of its picture, so that a page keeps its place before it is
 * loaded and nothing shifts. How large an image is shown stays what its style says.
 *
 * @param readSize - Size of the picture at a path such as `/dpo.png`; `undefined` where there is none.
 */
export function sizeImages(readSize: (path: string) => ImageSize | undefined): NodeTransform {
  return (node) => {
    if (!('tag' in node) || node.tag !== 'img') {
      return
    }
    // By now Vite has put an import in the place of the address.
    const source = SOURCE_RE.exec(node.loc.source)?.[1]?.replaceAll('&amp;', '&') ?? ''
    // Whoever says one of them, in a template or in Markdown, knows the other.
    const isSized = node.props.some((prop) =>
      'rawName' in prop
        ? /:(?:width|height)$/.test(prop.rawName ?? '')
        : /^(?:width|height)$/.test(prop.name),
    )
    const size = source.startsWith('/') && !isSized ? readSize(source) : undefined
    if (size) {
      for (const name of ['width', 'height'] as const) {
        node.props.push({
          type: ATTRIBUTE,
          name,
          nameLoc: node.loc,
          value: { type: TEXT, content: String(size[name]), loc: node.loc },
          loc: node.loc,
        })
      }
    }
  }
}

/** Reads sizes of pictures in a folder that is served as it is, such as `public`. */
export function createSizeReader(folder: string): (path: string) => ImageSize | undefined {
  return (path) => {
    const file = join(folder, decodePath(path.replace(/[?#].*$/, '')))
    if (!existsSync(file)) {
      return undefined
    }
    try {
      const { width, height, orientation = 1 } = imageSize(readFileSync(file))
      // A photograph that lies on its side is shown upright.
      return orientation >= 5 ? { width: height, height: width } : { width, height }
    } catch {
      // A picture of a kind that is not known keeps its own size.
      return undefined
    }
  }
}
