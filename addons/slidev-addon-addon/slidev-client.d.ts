/*
 * Declares the part of @slidev/client that this workspace uses. The package ships its TypeScript
 * sources, which do not pass a strict check, so tsconfig.json maps the name to this file.
 */
import type { ClicksContext } from '@slidev/types'
import type { Ref } from 'vue'

/** Slidev's description of a slide in the client. */
export interface SlideRoute {
  /** Number of the slide, from 1. */
  no: number
  meta: {
    layout?: string
    slide: { title?: string; frontmatter: Readonly<Record<string, unknown>> }
  }
}

/** Returns Slidev's context of the slide a component stands on. */
export function useSlideContext(): {
  /** Navigation; `total` is the number of slides. */
  $nav: Ref<{ total: number; slides: SlideRoute[]; currentPage: number }>
  /** Number of the slide the component stands on, from 1. */
  $page: Ref<number>
  /** The slide the component stands on; `undefined` in a global layer. */
  $route: SlideRoute | undefined
  /** Click steps of the slide. */
  $clicksContext: ClicksContext
  /** View that shows the slide: `slide`, `presenter`, `overview`, `print` and others. */
  $renderContext: Ref<string>
}
