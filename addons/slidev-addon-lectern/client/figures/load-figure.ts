import type { Component } from 'vue'

import type { mountFigure } from './mount-figure.ts'

/** A figure's component, and the function that mounts it. */
export interface LoadedFigure {
  component: Component
  mountFigure: typeof mountFigure
}

/** Loads a figure's component, and with it what only decks with figures need. */
export async function loadFigure(
  load: () => Promise<{ default: Component }>,
): Promise<LoadedFigure> {
  const [loaded, mounting] = await Promise.all([load(), import('./mount-figure.ts')])
  return { component: loaded.default, mountFigure: mounting.mountFigure }
}

/** Leaves an image in the place of its figure, and tells why. */
export function keepImage(image: HTMLImageElement, name: string, error: unknown): void {
  image.dataset['lecternFigure'] = 'image'
  console.error(`[slidev-addon-lectern] figures/${name} is shown as its image.`, error)
}
