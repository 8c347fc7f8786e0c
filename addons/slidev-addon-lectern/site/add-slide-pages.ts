import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeFileAtomically } from '../output/write-file.ts'
import { describeReason } from './prerender/walk-slides.ts'

/** Matches the tags that name the image for link previews. */
const SHARE_IMAGE_TAGS_RE = /\s*<meta (?:property|name)="(?:og|twitter):image" content="[^"]*">/g

/** A site as Slidev built it, whose pages name an image for link previews that is still to be drawn. */
interface BuiltSite {
  /** Folder of the site. */
  site: string
  /** File of the image. */
  image: string
}

/**
 * Prerenders the slides of a site. Where a slide makes that fail, the site keeps the pages that Slidev built.
 *
 * @param log - Gets one line where prerendering fails.
 * @param isBrowserAlive - Tells whether the browser still runs. Where it has ended, the slides are not to blame.
 * @throws {Error} where the browser has ended: a poorer site must not replace an earlier one.
 */
export async function addSlidePages(
  { site, image }: BuiltSite,
  log: (line: string) => void,
  isBrowserAlive: () => boolean,
  prerender: () => Promise<void>,
): Promise<void> {
  try {
    await prerender()
  } catch (error) {
    if (!isBrowserAlive()) {
      throw error
    }
    log(
      `Slides get no pages of their own, because they could not be captured: ${describeReason(error)}. ` +
        "The site has Slidev's pages.",
    )
    if (!existsSync(image)) {
      for (const path of [join(site, 'index.html'), join(site, '404.html')]) {
        writeFileAtomically(path, readFileSync(path, 'utf8').replace(SHARE_IMAGE_TAGS_RE, ''))
      }
    }
  }
}
