/** The name Slidev gives a slide's component, which the build keeps in the slide's script. */
export const SLIDE_SCRIPT_RE = /__slidev_(\d+)\b/
