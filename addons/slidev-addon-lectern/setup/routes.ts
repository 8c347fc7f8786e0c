import { defineRoutesSetup } from '@slidev/types'

/**
 * Adds the views that are printed. Slidev has its own in a built site only with `download: true`, which
 * makes it print by itself, on a fixed port.
 */
export default defineRoutesSetup((routes) => [
  ...routes,
  {
    name: 'print',
    path: '/print',
    component: async () => import('@slidev/client/pages/print.vue'),
  },
  {
    name: 'handout',
    path: '/handout',
    component: async () => import('../client/handout/HandoutPage.vue'),
  },
])
