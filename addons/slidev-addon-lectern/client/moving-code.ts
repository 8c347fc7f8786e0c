/** Selects tokens of a code block that is turning into the next one, step by step. */
export const TURNING =
  '[class*=magic-move-leave], [class*=magic-move-enter], [class*=magic-move-move]'
