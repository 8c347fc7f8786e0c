import type { RoutesSetup } from '@slidev/types'

/**
 * Adds the views that are printed. In a built site, Slidev has its own only with `download: true`, which also
 * makes it print the deck itself, on a fixed port.
 */
const setup: RoutesSetup = (routes) => [
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
]

export default setup
