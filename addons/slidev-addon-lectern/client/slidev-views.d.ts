/*
 * Types of Slidev's views as this addon uses them. Slidev ships its sources, which fail a strict check;
 * tsconfig.json maps their names to this file.
 */
import type { PrintedRoute } from '@slidev/client'
import type { ComputedRef, DefineComponent, Ref } from 'vue'

import type { LecternSettings } from '../deck/default-settings.ts'

declare module '@slidev/client' {
  /** A slide and its metadata. */
  export interface PrintedRoute {
    no: number
    /** Loads its script. */
    load: () => Promise<unknown>
    meta: {
      slide: {
        title?: string
        noteHTML: string
        /** Whether the author made the note public; set by `vite/frontmatter.ts`. */
        isNotePublic?: boolean
        /** Addresses of the images in its text. */
        images?: readonly string[]
        frontmatter: { preload?: boolean; layout?: string; routeAlias?: string; section?: unknown }
      }
    }
  }
  /** Returns the navigation, also outside of a slide. */
  export function useNav(): {
    slides: Ref<PrintedRoute[]>
    /** Numbers of the slides to print. */
    printRange: Ref<number[]>
    currentSlideNo: Ref<number>
    isPrintMode: Ref<boolean>
    isPresenter: Ref<boolean>
    /** Goes to the next step, on this slide or the next one. */
    next: () => Promise<void>
    prev: () => Promise<void>
    /** Goes to a slide, at one of its steps. */
    go: (slide: number, step?: number) => Promise<void>
  }
  /** Returns the deck's mode, which the viewer changes unless the deck sets one. */
  export function useDarkMode(): { isDark: Ref<boolean>; isColorSchemaConfigured: Ref<boolean> }
  export const configs: {
    title: string
    author?: string
    routerMode: string
    lectern: LecternSettings
  }
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
