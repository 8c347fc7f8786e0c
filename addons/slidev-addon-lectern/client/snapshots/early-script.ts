/*
 * Runs in the head of a page with a snapshot, before anything is painted.
 */
import { decideMode } from '../prerendered/color-mode.ts'
import { keepInputs } from '../prerendered/early-inputs.ts'

document.documentElement.dataset['lecternScripted'] = 'shown'
decideMode()
keepInputs()
