import { showGotoDialog } from '@slidev/client/state/index.ts'
import { watch } from 'vue'

/** Begins to fetch something for the go-to dialog when it opens. */
export function whenGoToOpens(fetch: () => Promise<unknown>): void {
  watch(showGotoDialog, (isOpen) => {
    if (isOpen) {
      void fetch()
    }
  })
}
