import { h, render } from 'vue'
import type { AppContext, Component, Ref } from 'vue'

import './live-figure.css'
import LiveFigure from './LiveFigure.vue'

/** Tells a live figure what its image knows. */
export interface FigureOrder {
  image: HTMLImageElement
  /** Name of the figure. */
  name: string
  component: Component
  /** 1-based number of the slide. */
  slide: number
  /** Slidev's name of the view: `slide`, `presenter`, `overview`, `print` and others. */
  view: string
  /** Number of the last part that is shown, of those that come one by one. */
  step: Readonly<Ref<number>>
  /** Is called once the figure is drawn. */
  drawn: () => void
  /** Is called if the figure fails; it stays an image then. */
  failed: (error: unknown) => void
}

/** Name of the element that holds a figure beside its image; no style of a deck selects it. */
export const HOLDER = 'lectern-figure'

/**
 * Mounts a figure in the place of an image, which keeps its box and is hidden once the figure is drawn.
 *
 * @returns A function that removes the figure.
 */
export function mountFigure(order: FigureOrder, appContext: AppContext): () => void {
  const holder = document.createElement(HOLDER)
  order.image.after(holder)
  const figure = h(LiveFigure, { order })
  figure.appContext = appContext
  render(figure, holder)
  return () => {
    render(null, holder)
    holder.remove()
    order.image.dataset['lecternFigure'] = 'image'
  }
}
