import type { BuildVariables } from './build-variables.ts'

/** Options of `slidev build` for a site that everybody may see: without the speaker's notes. */
export const PUBLIC_OPTIONS: readonly string[] = ['--without-notes']

/** Variables of the same build: without presenter mode, see `toHeadmatter`. */
export const PUBLIC_VARIABLES: BuildVariables = { isPublic: true }
