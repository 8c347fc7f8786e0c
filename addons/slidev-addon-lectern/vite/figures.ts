import { existsSync } from 'node:fs'
import { parse } from 'node:path'

import type { NodeTransform } from '@vue/compiler-core'
import { normalizePath } from 'vite'
import type { Plugin } from 'vite'

import { findFigures, nameOfImage } from '../deck/figure-places.ts'
import { isAsDrawn, readFigureRecord } from '../deck/figure-record.ts'
import { SLIDE_SCRIPT_RE } from '../deck/slide-script.ts'

/** Kinds of nodes of Vue's compiler that are created here. */
const TEXT = 2
const ATTRIBUTE = 6
const COMPONENT = 1

/** Matches the address in the source of an image. */
const SOURCE_RE = /\ssrc=(["'])(.*?)\1/

const MODULE = 'virtual:lectern-figures'
const RESOLVED = `\0${MODULE}`

/** Prefix of modules that stand in for images which are not drawn yet. */
const UNDRAWN = '\0lectern-undrawn-figure:'

/** A plugin of Vite, and the transform that it tells of the deck's folder. */
export interface LiveFigures {
  plugin: Plugin
  transform: NodeTransform
}

/**
 * Makes the images that were drawn from `figures/NAME/NAME.vue` live: a slide mounts the component in the place of
 * `/NAME.png`. An image that its author has replaced, whose hash is not the recorded one, stays.
 */
export function createLiveFigures(): LiveFigures {
  let isServing = false
  let places = findFigures('')
  /** Returns the name of the figure that an address is the image of. */
  const figureOf = (address: string): string | undefined => {
    const name = nameOfImage(address)
    return name !== undefined && existsSync(places.componentOf(name)) ? name : undefined
  }
  return {
    plugin: {
      name: 'lectern:figures',
      configResolved: (config) => {
        isServing = config.command === 'serve'
        places = findFigures(config.root)
      },
      resolveId: (id) => {
        if (id === MODULE) {
          return RESOLVED
        }
        const name = isServing ? figureOf(id) : undefined
        return name !== undefined && !existsSync(places.imageOf(name)) ? UNDRAWN + name : undefined
      },
      load: (id) => {
        if (id.startsWith(UNDRAWN)) {
          return `export default ${JSON.stringify(draftOf(id.slice(UNDRAWN.length)))}`
        }
        if (id !== RESOLVED) {
          return undefined
        }
        const figures = Object.entries(readFigureRecord(places.record)).filter(
          ([name, entry]) =>
            existsSync(places.componentOf(name)) && isAsDrawn(places.imageOf(name), entry),
        )
        const entries = figures.map(([name, { steps = 0 }]) => {
          const path = JSON.stringify(normalizePath(places.componentOf(name)))
          return `${JSON.stringify(name)}: { steps: ${steps}, load: () => import(${path}) }`
        })
        return `export const FIGURES = {\n${entries.join(',\n')}\n}\n`
      },
      configureServer: ({ watcher, moduleGraph, ws }) => {
        watcher.on('all', (_event, path) => {
          const { record, imageOf } = places
          if (path === record || path === imageOf(parse(path).name)) {
            // Slides as well: one of them may have a draft in an image's place.
            moduleGraph.invalidateAll()
            ws.send({ type: 'full-reload' })
          }
        })
      },
    },
    // Last, so that all other transforms see an image.
    transform:
      (node, { filename }) =>
      () => {
        // Only slides have click steps and a number.
        if (!('tag' in node) || node.tag !== 'img' || !SLIDE_SCRIPT_RE.test(filename)) {
          return
        }
        const name = figureOf(SOURCE_RE.exec(node.loc.source)?.[2] ?? '')
        if (name === undefined) {
          return
        }
        node.tag = 'LecternFigure'
        node.tagType = COMPONENT
        node.props.push({
          type: ATTRIBUTE,
          name: 'figure',
          nameLoc: node.loc,
          value: { type: TEXT, content: name, loc: node.loc },
          loc: node.loc,
        })
      },
  }
}

/** Returns the address of an image that says how a figure is drawn. */
function draftOf(name: string): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">' +
    '<rect width="640" height="360" fill="#eef2f5"/>' +
    '<g font-family="sans-serif" font-size="20" fill="#33444f" text-anchor="middle">' +
    `<text x="320" y="170">figures/${name} is not drawn yet.</text>` +
    `<text x="320" y="205">npx lectern figures ${name}</text></g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
