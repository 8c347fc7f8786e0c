/** Matches the name that Slidev gives a slide's module and component; the build keeps it in the slide's script. */
export const SLIDE_SCRIPT_RE = /__slidev_(\d+)\b/
