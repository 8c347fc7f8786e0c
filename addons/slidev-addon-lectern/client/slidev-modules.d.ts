/*
 * Types of Slidev's modules as the lazy modules use them. Slidev ships its sources, which fail a strict check;
 * tsconfig.json maps their names to this file.
 */
import type { DefineComponent, Plugin, Ref } from 'vue'

import type { LoadableSlide } from './drawn.ts'
import type { Enlarged } from './figures/enlarged.ts'

declare module '@slidev/client' {
  /** Drawing on slides. */
  export function useDrawings(): {
    drawingEnabled: Ref<boolean>
    /** Whether the toolbar stays while nothing is drawn. */
    drawingPinned: Ref<boolean>
  }
}

export const createVMarkDirective: () => Plugin
export const createVMotionDirectives: () => Plugin
export const createVDragDirective: () => Plugin

/** Routes of the deck's slides. */
export const slides: Ref<readonly (LoadableSlide & { no: number })[]>

/** Whether the go-to dialog is open. */
export const showGotoDialog: Ref<boolean>

/** Whether the overview of the slides is open. */
export const showOverview: Ref<boolean>

/** Whether slides change without a transition. */
export const disableTransition: Ref<boolean>

/** Keeps the deck from answering keys; returns a function that ends it. */
export const lockShortcuts: () => () => void

/** State that the windows of a talk share. */
export const sharedState: { lecternEnlarged?: { figure: Enlarged | undefined } }

/** Changes one value of the shared state. */
export const patch: (key: 'lecternEnlarged', value: { figure: Enlarged | undefined }) => void

declare const component: DefineComponent
export default component
