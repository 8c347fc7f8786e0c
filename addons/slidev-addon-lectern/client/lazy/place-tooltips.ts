/*
 * Stands for floating-vue in those of Slidev's modules that only want its tooltips placed anew.
 */

let recompute = (): void => {}

/** Places all open tooltips anew; without any there is nothing to do. */
export function recomputeAllPoppers(): void {
  recompute()
}

/** Says how tooltips are placed anew, once there can be some. */
export function setRecompute(recomputeReal: () => void): void {
  recompute = recomputeReal
}
