import { defineAsyncComponent } from 'vue'

import { whenGoToOpens } from './go-to.ts'

const load = async (): Promise<typeof import('#slidev/title-renderer')> =>
  import('#slidev/title-renderer')

whenGoToOpens(load)

/** The title of a slide in the list of the go-to dialog. */
export default defineAsyncComponent(load)
