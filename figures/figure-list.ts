import type { Component } from 'vue'

/** Every figure of the deck by name: the file name under `figures/` and of the picture in `public/`. */
export function loadFigures(): Record<string, () => Promise<{ default: Component }>> {
  const modules = import.meta.glob<{ default: Component }>('./*.vue')
  return Object.fromEntries(
    Object.entries(modules).map(([path, load]) => [path.slice('./'.length, -'.vue'.length), load]),
  )
}
