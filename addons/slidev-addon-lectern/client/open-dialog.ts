import { lockShortcuts } from '@slidev/client/state/index.ts'
import { render } from 'vue'
import type { VNode } from 'vue'

import { findAppContext } from './slidev-nav.ts'

/**
 * Creates a function that shows a dialog over the page, unless it is open. The deck answers no key in the meantime.
 *
 * @param create - Returns the dialog, which calls the function that it gets when it is closed.
 */
export function createOpener(create: (close: () => void) => VNode): () => void {
  let isOpen = false
  return () => {
    if (isOpen) {
      return
    }
    const place = document.createElement('div')
    const dialog = create(() => {
      isOpen = false
      unlock()
      render(null, place)
      place.remove()
    })
    // Slidev has each component ask for its context.
    dialog.appContext = findAppContext()
    const unlock = lockShortcuts()
    isOpen = true
    document.body.append(place)
    render(dialog, place)
  }
}
