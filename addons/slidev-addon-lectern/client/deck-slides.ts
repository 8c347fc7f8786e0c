import type { PrintedRoute } from '@slidev/client'
import type { Ref } from 'vue'

import { slides } from '#slidev/slides'

import type { LoadableSlide } from './drawn.ts'

/** The slides of the deck. Slidev declares what it knows of each as `unknown`. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as Slidev's own views use them
export const deckSlides = slides as unknown as Readonly<Ref<(LoadableSlide & PrintedRoute)[]>>
