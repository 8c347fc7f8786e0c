import type { Component } from 'vue'

/** A component that has its folder's name; the others are parts of it. */
const FIGURE_RE = /\/([^/]+)\/\1\.vue$/

/** Every figure of the deck by name: its folder's, and the image's in `public/`. */
export function loadFigures(): Record<string, () => Promise<{ default: Component }>> {
  const modules = import.meta.glob<{ default: Component }>('../*/*.vue')
  return Object.fromEntries(
    Object.entries(modules).flatMap(([path, load]) => {
      const [, name] = FIGURE_RE.exec(path) ?? []
      return name === undefined ? [] : [[name, load]]
    }),
  )
}
