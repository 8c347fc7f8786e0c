import { useDrawings } from '@slidev/client'
// Slidev keeps its style of all open tooltips in this component.
import '@slidev/client/internals/DrawingControls.vue?vue&type=style&index=0&lang.css'
import { defineAsyncComponent, defineComponent, h, ref, watchEffect } from 'vue'

const DrawingControls = defineAsyncComponent(
  async () => import('@slidev/client/internals/DrawingControls.vue'),
)

/** Slidev's toolbar for drawing, loaded when it is first shown, and then kept with the chosen tool. */
export default defineComponent(() => {
  const { drawingEnabled, drawingPinned } = useDrawings()
  const wasShown = ref(false)
  watchEffect(() => {
    wasShown.value ||= drawingEnabled.value || drawingPinned.value
  })
  return () => (wasShown.value ? h(DrawingControls) : undefined)
})
