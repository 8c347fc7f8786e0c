import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { decodePath } from '../deck/decode-path.ts'
import { SLIDE_SCRIPT_RE } from '../deck/slide-script.ts'

/**
 * Tells which slide a script of a built deck is: Slidev builds a script of its own for each.
 *
 * @param folder - The built site.
 * @returns Number of the slide for a script's address; `undefined` for a script of all slides.
 */
export function createChunkOwners(folder: string): (url: string) => number | undefined {
  const owners = new Map<string, number | undefined>()
  return (url) => {
    if (!owners.has(url)) {
      owners.set(url, readOwner(folder, url))
    }
    return owners.get(url)
  }
}

function readOwner(folder: string, url: string): number | undefined {
  const path = URL.canParse(url) ? join(folder, decodePath(new URL(url).pathname)) : ''
  if (!path.endsWith('.js') || !existsSync(path)) {
    return undefined
  }
  const number = SLIDE_SCRIPT_RE.exec(readFileSync(path, 'utf8'))?.[1]
  return number === undefined ? undefined : Number(number)
}
