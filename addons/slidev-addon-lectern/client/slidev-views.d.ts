/*
 * What the deck's own views use of Slidev's. The package ships its sources, which do not pass a strict
 * check; tsconfig.json maps the names of its views to this file.
 */
import type { PrintedRoute } from '@slidev/client'
import type { ComputedRef, DefineComponent, Ref } from 'vue'

import type { LecternSettings } from '../deck/settings.ts'

declare module '@slidev/client' {
  /** A slide with what is known of it. */
  export interface PrintedRoute {
    no: number
    /** Loads its script. */
    load: () => Promise<unknown>
    meta: {
      slide: {
        title?: string
        noteHTML: string
        /** Addresses of the pictures in its text. */
        images?: readonly string[]
        frontmatter: { preload?: boolean }
      }
    }
  }
  /** Navigation, also where there is no slide around. */
  export function useNav(): {
    slides: Ref<PrintedRoute[]>
    /** Numbers of the slides to print. */
    printRange: Ref<number[]>
    currentSlideNo: Ref<number>
    isPrintMode: Ref<boolean>
  }
  export const configs: { title: string; author?: string; lectern: LecternSettings }
  /** In CSS px. */
  export const slideWidth: ComputedRef<number>
  /** In CSS px. */
  export const slideHeight: ComputedRef<number>
}

declare const view: DefineComponent<{
  /** Slide to show; only of PrintSlide. */
  route?: PrintedRoute
  /** Note to show; only of NoteDisplay. */
  noteHtml?: string
}>

export default view
