import { isSlideDrawn } from '../client/drawn.ts'
import { findSlidev } from '../client/slidev-nav.ts'

/** Tells whether a slide is drawn wherever the application has it, which may be once a click step. */
export function isDrawn(number: number): boolean {
  const elements = [...document.querySelectorAll(`#app [data-slidev-no="${number}"]`)]
  if (elements.length === 0) {
    return false
  }
  const slide = findSlidev().nav.slides[number - 1]
  return elements.every((element) => isSlideDrawn(element, slide))
}

/** Selects images whose live figure is still to come. */
export const LOADING_FIGURE = 'img[data-lectern-figure="loading"]'
