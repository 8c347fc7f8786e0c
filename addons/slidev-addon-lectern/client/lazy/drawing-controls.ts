import { useDrawings } from '@slidev/client'
// Slidev's style of all open tooltips lies in this component.
import '@slidev/client/internals/DrawingControls.vue?vue&type=style&index=0&lang.css'
import { defineAsyncComponent, defineComponent, h, ref, watchEffect } from 'vue'

const DrawingControls = defineAsyncComponent(
  async () => import('@slidev/client/internals/DrawingControls.vue'),
)

/** The toolbar for drawing, fetched when it is first shown, and kept from then on with what is chosen in it. */
export default defineComponent(() => {
  const { drawingEnabled, drawingPinned } = useDrawings()
  const wasShown = ref(false)
  watchEffect(() => {
    wasShown.value ||= drawingEnabled.value || drawingPinned.value
  })
  return () => (wasShown.value ? h(DrawingControls) : undefined)
})
