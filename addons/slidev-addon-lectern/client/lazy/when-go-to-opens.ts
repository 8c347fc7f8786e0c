import { showGotoDialog } from '@slidev/client/state/index.ts'
import { watch } from 'vue'

/** Starts to load something for Slidev's go-to dialog when the dialog opens. */
export function whenGoToOpens(load: () => Promise<unknown>): void {
  watch(showGotoDialog, (isOpen) => {
    if (isOpen) {
      void load()
    }
  })
}
