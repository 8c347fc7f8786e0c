/** A slide as the development server's page showed it, to be seen at once the next time. */
export interface Snapshot {
  /** 1-based number. */
  slide: number
  /** State of the project it was taken in, see `project-state.ts`. */
  state: string
  /** The whole view of the slide with its controls, as HTML. */
  html: string
  /** Style rules without typefaces. */
  css: string
  /** Rules of typefaces. */
  fontCss: string
  bodyStyle: string
  /** `auto`, `light` or `dark`. */
  colorSchema: string
  /** Of a slide, in CSS px. */
  width: number
  height: number
}

/** Name of the message a page sends a snapshot in. */
export const SNAPSHOT_MESSAGE = 'deck:snapshot'

/** Name of the `<meta>` that says the project's state to the page. */
export const STATE_META = 'deck-state'
