import { defineAsyncComponent } from 'vue'

/** Slidev's settings, loaded when their menu opens. */
export default defineAsyncComponent(async () => import('@slidev/client/internals/Settings.vue'))
