/** Copy of a slide in the development server's page, shown at once after the next start. */
export interface Snapshot {
  /** 1-based number. */
  slide: number
  /** State of the project when it was taken, see `project-state.ts`. */
  state: string
  /** The whole view of the slide with its controls, as HTML. */
  html: string
  /** Style rules without fonts. */
  css: string
  /** Style rules of fonts. */
  fontCss: string
  bodyStyle: string
  /** `auto`, `light` or `dark`. */
  colorSchema: string
  /** Size of a slide in CSS px. */
  width: number
  height: number
}

/** Name of the message that carries a snapshot from the page to the server. */
export const SNAPSHOT_MESSAGE = 'lectern:snapshot'

/** Name of the `<meta>` that carries the project's state to a page that is to send a snapshot. */
export const STATE_META = 'lectern-state'
