/* Stands in the head of a page with a snapshot and runs before anything is painted. */
import { keepInputs } from '../../../prerender/client/keep-inputs.ts'
import { decideMode } from '../../../prerender/client/mode.ts'

document.documentElement.dataset['deckScripted'] = 'shown'
decideMode()
keepInputs()
