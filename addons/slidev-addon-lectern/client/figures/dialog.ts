import { onBeforeUnmount, onMounted } from 'vue'
import type { Ref } from 'vue'

import { MARK } from './datum.ts'

/**
 * Makes an element a dialog: it has the focus, nothing beside it can be reached, and Escape closes it. Afterwards the
 * focus is where it was.
 *
 * @param around - Element that contains the dialog and what it covers.
 */
export function useDialog(
  dialog: Readonly<Ref<HTMLElement | null>>,
  around: HTMLElement,
  close: () => void,
): void {
  const before = document.activeElement
  let covered: HTMLElement[] = []

  const onKey = (event: KeyboardEvent): void => {
    // In a mark, Escape leaves the mark.
    if (event.key === 'Escape' && document.activeElement?.matches(MARK) !== true) {
      // Nothing else is closed by it.
      event.stopPropagation()
      close()
    }
  }

  onMounted(() => {
    covered = [...around.children].filter(
      (other): other is HTMLElement =>
        other instanceof HTMLElement && other !== dialog.value && !other.inert,
    )
    covered.forEach((other) => {
      other.inert = true
    })
    dialog.value?.focus({ preventScroll: true })
    addEventListener('keydown', onKey, true)
  })

  onBeforeUnmount(() => {
    covered.forEach((other) => {
      other.inert = false
    })
    removeEventListener('keydown', onKey, true)
    if (before instanceof HTMLElement || before instanceof SVGElement) {
      before.focus({ preventScroll: true })
    }
  })
}
