import { lockShortcuts } from '@slidev/client/state/index.ts'
import { h, render } from 'vue'

import { findAppContext } from '../slidev-nav.ts'
import SearchDialog from './SearchDialog.vue'

let isOpen = false

/** Opens the search over the page, unless it is open. The deck answers no key in the meantime. */
export function showSearch(): void {
  if (isOpen) {
    return
  }
  const appContext = findAppContext()
  const unlock = lockShortcuts()
  const place = document.createElement('div')
  const dialog = h(SearchDialog, {
    onClose: () => {
      isOpen = false
      unlock()
      render(null, place)
      place.remove()
    },
  })
  // Slidev has each component ask for its context.
  dialog.appContext = appContext
  isOpen = true
  // Later, so that the key that opens it is not typed into its field.
  setTimeout(() => {
    document.body.append(place)
    render(dialog, place)
  })
}
