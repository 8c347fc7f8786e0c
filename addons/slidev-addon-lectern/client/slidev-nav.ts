import type { App, AppContext } from 'vue'

import { nameSlidev, VERSION_PROPERTY } from '../deck/tested-slidev.ts'
import type { LoadableSlide } from './drawn.ts'

/** Part of Slidev's navigation that Lectern uses; the names are Slidev's. */
export interface SlidevNav {
  total: number
  slides: readonly SlidevSlide[]
  currentSlideNo: number
  /** Steps of the current slide once it is mounted. */
  clicksTotal: number
  clicksStart: number
  /** Shows a slide; with `force` also where it seems to be shown. */
  go: (slide: number, clicks?: number, force?: boolean) => Promise<void>
}

/** Part of a slide's route that Lectern uses. */
export interface SlidevSlide extends LoadableSlide {
  /** 1-based number. */
  no: number
  load: () => Promise<unknown>
  meta: {
    /** Makes Slidev mount the slide while it is not shown. */
    __preloaded: boolean
  }
}

/** Key under which Slidev's Vue application provides its context. */
const CONTEXT_KEY = '$$slidev-context'

/** Part of the deck's configuration that Lectern uses. */
export interface SlidevConfigs {
  canvasWidth: number
  aspectRatio: number
  colorSchema: string
  routerMode: string
}

/** Size of a slide in CSS px. */
export interface SlideSize {
  width: number
  height: number
}

/**
 * Returns Slidev's navigation and configuration in a built deck.
 *
 * @throws {Error} when the page is no Slidev deck, or one of a version that keeps them elsewhere.
 */
export function findSlidev(): { nav: SlidevNav; configs: SlidevConfigs } {
  const provided: Partial<Record<PropertyKey, { nav?: SlidevNav; configs?: SlidevConfigs }>> =
    findContext()?.provides ?? {}
  const { nav, configs } = provided[CONTEXT_KEY] ?? {}
  if (!nav || !configs) {
    const version = document.querySelector(`meta[property="${VERSION_PROPERTY}"]`)
    const name = nameSlidev(version?.getAttribute('content') ?? undefined)
    throw new Error(`Slidev's navigation was not found in the page, which ${name} built.`)
  }
  return { nav, configs }
}

/** Returns the context of Slidev's application, for what is drawn outside of it. */
export function findAppContext(): AppContext {
  const context = findContext()
  if (!context) {
    throw new Error("Slidev's application was not found in the page.")
  }
  return context
}

function findContext(): AppContext | undefined {
  const mount: (Element & { __vue_app__?: App }) | null = document.querySelector('#app')
  // oxlint-disable-next-line no-underscore-dangle -- Vue's own names, the only way in from outside
  return mount?.__vue_app__?._context
}

/** Returns the size of the deck's slides. */
export function readSlideSize(): SlideSize {
  const { canvasWidth, aspectRatio } = findSlidev().configs
  return { width: canvasWidth, height: Math.ceil(canvasWidth / aspectRatio) }
}
