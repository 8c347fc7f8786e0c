/*
 * Replaces Vue in Slidev's module that shows the slides: the same names, but a TransitionGroup that does not
 * look for moved slides. All slides lie in the same place, and looking costs each key press a layout of the page.
 */
import { defineComponent, getTransitionRawChildren, h, Transition, vShow, withMemo } from 'vue'
import type { VNode } from 'vue'

export * from 'vue'

/** Shows and hides each slide with its transition. */
export const TransitionGroup = defineComponent({
  name: 'SlidesGroup',
  inheritAttrs: false,
  props: { tag: { type: String, default: 'div' } },
  setup({ tag }, { attrs, slots }) {
    let known: (VNode | undefined)[] = []
    return () => {
      const { id, class: className, ...transition } = attrs
      const before = known
      // The first slide appears without a transition.
      const appear = before.length > 0
      known = []
      for (const slide of getTransitionRawChildren(slots['default']?.() ?? [])) {
        const key = Number(slide.key)
        known[key] = before[key]
        const show = (): VNode =>
          // `persisted`: slides stay in the document while they are hidden.
          h(Transition, { ...transition, appear, key, persisted: true }, () => slide)
        // A slide that stays hidden is not rendered again.
        withMemo([isHidden(slide) || {}], show, known, key)
      }
      return h(tag, { id, class: className }, Object.values(known))
    }
  },
})

function isHidden({ dirs }: VNode): boolean {
  return dirs?.some(({ dir, value }) => dir === vShow && value === false) ?? false
}
