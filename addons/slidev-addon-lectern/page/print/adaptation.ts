import type { SourceHint } from '../../deck/source-lines.ts'
import type { Severity } from '../observation.ts'

/** Something on a slide that is printed in another way than the browser shows it, or not at all. */
export interface Adaptation {
  /** Number of the slide. */
  slide: number
  /**
   * `fit`: the slide, or a part of it, is printed smaller. `scroll`: a box that scrolls is printed open. `wrap`: long
   * lines are broken. `placeholder`: a labeled box or a still image is printed in place of something. `tab`: the closed
   * tabs of a group of code are printed below the open one, or not at all. `step`: what only earlier steps show is not
   * printed.
   */
  kind: 'fit' | 'scroll' | 'wrap' | 'placeholder' | 'tab' | 'step'
  /** Reference to what is replaced, in the author's file. */
  hint?: SourceHint
  severity: Severity
  /** A sentence without the slide. */
  message: string
}
