/** Part of a slide's route that tells whether its component is loaded. */
export interface LoadableSlide {
  /** Made by Vue's `defineAsyncComponent`. */
  component: object
}

/**
 * Tells whether a slide is drawn: its component is mounted, in place of Slidev's sign that it is loading.
 * Layouts need no class for that: Slidev's own `none` has none.
 *
 * @param element - Element of the slide, with its number in `data-slidev-no`, or one around it.
 * @param slide - Route of the slide; without it, only layouts with Slidev's class count.
 */
export function isSlideDrawn(element: Element, slide: LoadableSlide | undefined): boolean {
  const component: { __asyncResolved?: unknown } = slide?.component ?? {}
  // Vue mounts a component in the task in which it is loaded.
  // oxlint-disable-next-line no-underscore-dangle -- Vue's own name
  const isMounted = component.__asyncResolved !== undefined
  return (
    !element.querySelector('.slidev-slide-loading') &&
    (isMounted || element.querySelector('.slidev-layout') !== null)
  )
}

/** Tells whether Mermaid is drawing a diagram, which Slidev has it do in a container of its own. */
export function isDrawingDiagram(): boolean {
  return document.querySelector('#mermaid-rendering-container > *') !== null
}

/** Selects code editors that are still to be drawn. */
export const EMPTY_EDITOR = '.slidev-monaco-container:not(:has(.view-line))'
