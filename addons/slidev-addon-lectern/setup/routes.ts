import type { RoutesSetup } from '@slidev/types'

import { findSlideNamed } from '../client/reading/slide-links.ts'
import { READ } from '../deck/reading-view.ts'

declare global {
  /** Whether the deck has the page of its figures, see `vite/figure-page.ts`. */
  const HAS_LECTERN_FIGURE_PAGE: boolean
}

/**
 * Adds the views that are printed, the article, and the page of the figures while they are made. In a built site,
 * Slidev has its own views only with `download: true`, which also makes it print the deck itself, on a fixed port.
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
  // A slide of that name keeps it.
  ...(findSlideNamed(READ) === undefined
    ? [
        {
          name: READ,
          path: `/${READ}`,
          component: async () => import('../client/reading/ReadingPage.vue'),
        },
      ]
    : []),
  ...(HAS_LECTERN_FIGURE_PAGE
    ? [
        {
          name: 'figures',
          path: '/figures/:name?',
          props: true,
          component: async () => import('../client/figures/FigureGallery.vue'),
        },
      ]
    : []),
]

export default setup
