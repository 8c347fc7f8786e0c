/** Matches what the step that is shown hides: other states of a `v-switch`, and what clicks make come and go. */
export const HIDDEN_BY_STEP = '.slidev-vclick-hidden, .slidev-vclick-display-none'
