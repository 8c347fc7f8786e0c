/*
 * What this workspace uses of @slidev/client. The package ships its TypeScript sources, which do not
 * pass a strict check; tsconfig.json maps the name to this file.
 */
import type { Ref } from 'vue'

/** What Slidev knows of a slide in the client. */
export interface SlideRoute {
  /** Number of the slide, from 1. */
  no: number
  meta: { layout?: string; slide: { title?: string } }
}

/** Slidev's context of the slide a component stands on. */
export function useSlideContext(): {
  /** Navigation; `total` is the number of slides. */
  $nav: Ref<{ total: number; slides: SlideRoute[]; currentPage: number }>
  /** Number of the slide the component stands on, from 1. */
  $page: Ref<number>
}
