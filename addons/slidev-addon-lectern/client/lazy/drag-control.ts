import { defineAsyncComponent } from 'vue'

/** The handles of an element that is dragged, fetched when one is. */
export default defineAsyncComponent(async () => import('@slidev/client/internals/DragControl.vue'))
