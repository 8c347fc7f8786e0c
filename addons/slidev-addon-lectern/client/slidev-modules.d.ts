/*
 * What the light modules use of Slidev's. The package ships its sources, which do not pass a strict check;
 * tsconfig.json maps the names of its modules to this file.
 */
import type { DefineComponent, Plugin, Ref } from 'vue'

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

/** Whether the go-to dialog is open. */
export const showGotoDialog: Ref<boolean>

declare const component: DefineComponent
export default component
