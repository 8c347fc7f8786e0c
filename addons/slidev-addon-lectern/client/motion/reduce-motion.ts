import { disableTransition } from '@slidev/client/state/index.ts'

import { changeScrolls } from './change-scrolls.ts'

import './reduce-motion.css'

/** Shows slides, steps and scrolled code at once, for a viewer who asks for reduced motion. */
export function reduceMotion(): void {
  disableTransition.value = true
  changeScrolls(['scrollIntoView', 'scrollTo'], { behavior: 'instant' })
}
