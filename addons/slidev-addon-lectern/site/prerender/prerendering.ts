import type { Session } from '../../browser/session.ts'
import type { Progress } from '../../output/progress.ts'
import type { DeckStyles } from './deck-styles.ts'
import type { PageFrame } from './page-html.ts'

/** A built site whose slides get pages. */
export interface PrerenderOrder {
  /** Folder of the built site. */
  site: string
  /** Path it is served under, with a slash on both ends. */
  base: string
  /** Full address it is published at, where that is known. */
  url?: string
  /** File of the first slide's image, which link previews show. */
  image: string
}

/** Work on the pages of a site, and what it needs. */
export interface Prerendering {
  session: Session
  order: PrerenderOrder
  frame: PageFrame
  styles: DeckStyles
  progress: Progress
  /** Gets one line for each part that gets no page. */
  log: (line: string) => void
}
