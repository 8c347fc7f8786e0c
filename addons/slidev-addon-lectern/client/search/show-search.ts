import { h } from 'vue'

import { createOpener } from '../open-dialog.ts'
import SearchDialog from './SearchDialog.vue'

const open = createOpener((close) => h(SearchDialog, { onClose: close }))

/** Opens the search over the page: later, so that the key that opens it is not typed into its field. */
export function showSearch(): void {
  setTimeout(open)
}
