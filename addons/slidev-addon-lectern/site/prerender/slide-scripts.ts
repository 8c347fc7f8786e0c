import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

import { encodePath } from '../../deck/encode-path.ts'
import { SLIDE_SCRIPT_RE } from '../../deck/slide-script.ts'

/** Matches the imports of a built script. */
const IMPORT_RE = /(?:from|import)"(\.{1,2}\/[^"]+\.js)"/g

/** The scripts of a built deck, by their path in it, such as `assets/md-x.js`. */
export interface SlideScripts {
  /** Lists a slide's own script with everything it imports; empty for an unknown slide. */
  ofSlide: (slide: number) => string[]
  /** Whether a script is a slide's own. */
  isSlide: (name: string) => boolean
}

/**
 * Reads which scripts belong to which slides.
 *
 * @param site - Folder of the built site.
 */
export function readSlideScripts(site: string): SlideScripts {
  const imports = new Map<string, string[]>()
  const owners = new Map<number, string>()
  const assets = join(site, 'assets')
  for (const entry of readdirSync(assets, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.js')) {
      const path = join(entry.parentPath, entry.name)
      const name = posix.join('assets', path.slice(assets.length + 1).replaceAll('\\', '/'))
      const code = readFileSync(path, 'utf8')
      imports.set(
        name,
        [...code.matchAll(IMPORT_RE)].map(([, other = '']) =>
          posix.join(posix.dirname(name), other),
        ),
      )
      const slide = SLIDE_SCRIPT_RE.exec(code)?.[1]
      if (slide !== undefined) {
        owners.set(Number(slide), name)
      }
    }
  }
  const slides = new Set(owners.values())
  return {
    ofSlide: (slide) => {
      const all = new Set<string>()
      const add = (name: string): void => {
        if (!all.has(name) && imports.has(name)) {
          all.add(name)
          imports.get(name)?.forEach(add)
        }
      }
      add(owners.get(slide) ?? '')
      return [...all]
    },
    isSlide: (name) => slides.has(name),
  }
}

/**
 * Lists the addresses of the scripts that a page names, as browsers write them; Vite leaves the percent-encoding out.
 */
export function listShellScripts(shell: string): Set<string> {
  return new Set(shell.match(/(?<==")[^"]+\.js(?=")/g)?.map(encodePath))
}
