import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Matches a name that an address has as it is. */
const NAME_RE = /^[\w-]+$/

/** Matches the address of an image in `public`. */
const IMAGE_RE = /^\/([^/]+)\.png$/

/** Places of a deck's figures. */
export interface FigurePlaces {
  /** Names of the figures, sorted: the folders of `figures/` that have a component of their name. */
  names: readonly string[]
  /** Absolute path of the record of what was drawn. */
  record: string
  /** Returns the absolute path of a figure's component. */
  componentOf: (name: string) => string
  /** Returns the absolute path of a figure's image. */
  imageOf: (name: string) => string
}

/** Whether a figure may have a name: its image's address is the name as it is typed. */
export function isFigureName(name: string): boolean {
  return NAME_RE.test(name)
}

/** Returns the name of the figure that an image such as `/ages.png` may be of. */
export function nameOfImage(address: string): string | undefined {
  const name = IMAGE_RE.exec(address)?.[1]
  return name !== undefined && isFigureName(name) ? name : undefined
}

/**
 * Finds the figures of a deck: `figures/NAME/NAME.vue`, whose image is `public/NAME.png`.
 *
 * @param folder - Folder of the deck.
 */
export function findFigures(folder: string): FigurePlaces {
  const figures = join(folder, 'figures')
  const componentOf = (name: string): string => join(figures, name, `${name}.vue`)
  return {
    get names() {
      const entries = existsSync(figures) ? readdirSync(figures) : []
      return entries.filter((name) => existsSync(componentOf(name))).toSorted()
    },
    componentOf,
    record: join(figures, 'rendered.json'),
    imageOf: (name) => join(folder, 'public', `${name}.png`),
  }
}
