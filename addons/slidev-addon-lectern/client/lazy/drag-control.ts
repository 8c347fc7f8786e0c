import { defineAsyncComponent } from 'vue'

/** Slidev's handles of a draggable element, loaded when one is dragged. */
export default defineAsyncComponent(async () => import('@slidev/client/internals/DragControl.vue'))
