/** Outer height of the four panels in CSS px. */
export const PANEL_HEIGHT = 185

/** Height of their plot areas in CSS px. */
export const PLOT_HEIGHT = 119
