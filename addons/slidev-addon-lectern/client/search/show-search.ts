import { h } from 'vue'

import { createOpener } from '../open-dialog.ts'
import SearchDialog from './SearchDialog.vue'

/** Opens the search over the page. */
export const showSearch = createOpener((close) => h(SearchDialog, { onClose: close }))
