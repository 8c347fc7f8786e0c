import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { decodePath } from '../deck/decode-path.ts'
import { SLIDE_SCRIPT_RE } from '../deck/slide-script.ts'

/** Returns the number of the slide that a script of a built deck holds; `undefined` for other scripts. */
export type SlideOfScript = (url: string) => number | undefined

/**
 * Creates a function that tells which slide a script holds. Slidev builds one script for each slide.
 *
 * @param folder - The built site.
 */
export function createSlideOfScript(folder: string): SlideOfScript {
  const slides = new Map<string, number | undefined>()
  return (url) => {
    if (!slides.has(url)) {
      slides.set(url, readSlideNumber(folder, url))
    }
    return slides.get(url)
  }
}

function readSlideNumber(folder: string, url: string): number | undefined {
  const path = URL.canParse(url) ? join(folder, decodePath(new URL(url).pathname)) : ''
  if (!path.endsWith('.js') || !existsSync(path)) {
    return undefined
  }
  const number = SLIDE_SCRIPT_RE.exec(readFileSync(path, 'utf8'))?.[1]
  return number === undefined ? undefined : Number(number)
}
