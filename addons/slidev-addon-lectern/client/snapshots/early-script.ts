import { decideMode } from '../prerendered/color-mode.ts'
/* Stands in the head of a page with a snapshot and runs before anything is painted. */
import { keepInputs } from '../prerendered/keep-inputs.ts'

document.documentElement.dataset['deckScripted'] = 'shown'
decideMode()
keepInputs()
