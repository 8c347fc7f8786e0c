import { patch, sharedState } from '@slidev/client/state/shared.ts'
import { shallowRef, watch } from 'vue'

/** Chooses what a figure that fills its slide shows: the drawing, or its values as a table. */
export type EnlargedView = 'drawing' | 'table'

/** The figure that fills its slide. */
export interface Enlarged {
  /** 1-based number of the slide. */
  slide: number
  /** Place of the figure among those of the slide, from 0: a slide may show one twice. */
  figure: number
  view: EnlargedView
}

/** The figure that fills its slide in this window, if there is one. */
export const enlarged = shallowRef<Enlarged>()

/** The presenter's last choice. */
let chosen: Enlarged | undefined

/**
 * Makes a figure fill its slide, or none. The presenter's choice is followed by the windows of the audience, along
 * with the slide.
 */
export function enlarge(next: Enlarged | undefined, isPresenter: boolean): void {
  enlarged.value = next
  if (isPresenter) {
    chosen = next
    tellOthers(next)
    // Once more, because Slidev drops what is told while it hears from another window.
    setTimeout(() => {
      if (chosen === next) {
        tellOthers(next)
      }
    })
  }
}

function tellOthers(figure: Enlarged | undefined): void {
  patch('lecternEnlarged', { figure })
}

watch(
  () => sharedState.lecternEnlarged,
  (told) => {
    const figure = told?.figure
    if (JSON.stringify(figure) !== JSON.stringify(enlarged.value)) {
      enlarged.value = figure && { ...figure }
    }
  },
  // A window that is opened later follows, too.
  { immediate: true },
)
