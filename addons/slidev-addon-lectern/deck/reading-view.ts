import type { SlideModel } from './read-deck.ts'

/** Name of the reading view's route, its path, and the name of its page. */
export const READ = 'read'

/** Whether a deck has the reading view: a slide of that name keeps its address. */
export function hasReadingView(slides: readonly Pick<SlideModel, 'alias'>[]): boolean {
  return slides.every(({ alias }) => alias !== READ)
}

/** Says why a deck has no reading view, in one line. */
export const NO_READING_VIEW =
  `A slide has "routeAlias: ${READ}", which is the address of the reading view: there is no reading view. ` +
  'Give the slide another name.'
