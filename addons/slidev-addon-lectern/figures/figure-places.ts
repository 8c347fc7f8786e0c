import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Places of a deck's figures. */
export interface FigurePlaces {
  /** Names of the figures, sorted: the folders of `figures/` that have a component of their name. */
  names: readonly string[]
  /** Absolute path of the record of what was drawn. */
  record: string
  /** Returns the absolute path of a figure's image. */
  imageOf: (name: string) => string
}

/**
 * Finds the figures of a deck: `figures/NAME/NAME.vue`, whose image is `public/NAME.png`.
 *
 * @param folder - Folder of the deck.
 */
export function findFigures(folder: string): FigurePlaces {
  const figures = join(folder, 'figures')
  const entries = existsSync(figures) ? readdirSync(figures) : []
  return {
    names: entries.filter((name) => existsSync(join(figures, name, `${name}.vue`))).toSorted(),
    record: join(figures, 'rendered.json'),
    imageOf: (name) => join(folder, 'public', `${name}.png`),
  }
}
