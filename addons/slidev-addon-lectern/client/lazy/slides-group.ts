/*
 * Stands for Vue in the module of Slidev that shows the slides: the same names, with a TransitionGroup that
 * does not look for slides that moved. They all lie in the same place, and looking costs a key press a layout
 * and a style of its own.
 */
import { defineComponent, getTransitionRawChildren, h, Transition, vShow, withMemo } from 'vue'
import type { VNode } from 'vue'

export * from 'vue'

/** Lets each slide come and go with its transition. */
export const TransitionGroup = defineComponent({
  name: 'SlidesGroup',
  inheritAttrs: false,
  props: { tag: { type: String, default: 'div' } },
  setup({ tag }, { attrs, slots }) {
    let known: (VNode | undefined)[] = []
    return () => {
      const { id, class: className, ...transition } = attrs
      const before = known
      // The first slide is there at once, others come.
      const appear = before.length > 0
      known = []
      for (const slide of getTransitionRawChildren(slots['default']?.() ?? [])) {
        const key = Number(slide.key)
        known[key] = before[key]
        const show = (): VNode =>
          // Slides stay in the document while they are hidden.
          h(Transition, { ...transition, appear, key, persisted: true }, () => slide)
        // A slide that is hidden and was so before has nothing to show; others are shown anew.
        withMemo([isHidden(slide) || {}], show, known, key)
      }
      return h(tag, { id, class: className }, Object.values(known))
    }
  },
})

function isHidden({ dirs }: VNode): boolean {
  return dirs?.some(({ dir, value }) => dir === vShow && value === false) ?? false
}
