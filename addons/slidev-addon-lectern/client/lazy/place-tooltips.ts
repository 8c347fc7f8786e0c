/*
 * Replaces floating-vue in those of Slidev's modules that only have it place open tooltips again.
 */

let recompute = (): void => {}

/** Places all open tooltips again. Does nothing before floating-vue is loaded, because none is open then. */
export function recomputeAllPoppers(): void {
  recompute()
}

/** Provides floating-vue's own function once it is loaded. */
export function setRecompute(recomputeReal: () => void): void {
  recompute = recomputeReal
}
