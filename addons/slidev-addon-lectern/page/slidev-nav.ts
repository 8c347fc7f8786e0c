import { nameSlidev, VERSION_PROPERTY } from '../deck/tested-slidev.ts'

/** What the checks use of Slidev's navigation; the names are Slidev's. */
export interface SlidevNav {
  total: number
  slides: readonly SlidevSlide[]
  currentSlideNo: number
  /** Steps of the current slide once it is mounted. */
  clicksTotal: number
  clicksStart: number
  /** With `force` even where it seems to be there. */
  go: (slide: number, clicks?: number, force?: boolean) => Promise<void>
}

/** What of a slide is used outside of Slidev. */
export interface SlidevSlide {
  /** 1-based number. */
  no: number
  load: () => Promise<unknown>
  meta: {
    /** Whether Slidev mounts the slide while it is not shown. */
    __preloaded: boolean
  }
}

/** Key of Slidev's context among what its Vue application provides. */
const CONTEXT_KEY = '$$slidev-context'

/** The part of a mounted Vue application that is read here. */
interface MountedApp {
  _context?: { provides?: Record<string, { nav?: SlidevNav; configs?: SlidevConfigs } | undefined> }
}

/** What is read of the deck's configuration. */
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
 * Slidev's navigation and configuration in a built deck.
 *
 * @throws {Error} when the page is no Slidev deck, or of a version that keeps them elsewhere.
 */
export function findSlidev(): { nav: SlidevNav; configs: SlidevConfigs } {
  const mount: (Element & { __vue_app__?: MountedApp }) | null = document.querySelector('#app')
  // oxlint-disable-next-line no-underscore-dangle -- Vue's own names, the only way in from outside
  const context = mount?.__vue_app__?._context?.provides?.[CONTEXT_KEY]
  if (!context?.nav || !context.configs) {
    const version = document.querySelector(`meta[property="${VERSION_PROPERTY}"]`)
    const name = nameSlidev(version?.getAttribute('content') ?? undefined)
    throw new Error(
      `The page has no navigation of Slidev where it was looked for. It is of ${name}.`,
    )
  }
  return { nav: context.nav, configs: context.configs }
}

/** Size of the deck's slides. */
export function readSlideSize(): SlideSize {
  const { canvasWidth, aspectRatio } = findSlidev().configs
  return { width: canvasWidth, height: Math.ceil(canvasWidth / aspectRatio) }
}
