import { defineAsyncComponent } from 'vue'

import { whenGoToOpens } from './when-go-to-opens.ts'

const load = async (): Promise<typeof import('#slidev/title-renderer')> =>
  import('#slidev/title-renderer')

whenGoToOpens(load)

/** Title of a slide in Slidev's go-to dialog, loaded when the dialog opens. */
export default defineAsyncComponent(load)
