import type { MarkdownExit } from 'markdown-exit'

import { hasColoredSpans } from '../markdown/colored-span.ts'
import { addonMarkdown } from '../markdown/index.ts'
import { checkSettings } from '../markdown/settings.ts'
import type { AddonOptions, CheckedSettings } from '../markdown/settings.ts'

const OWNER = 'slidev-addon-addon'

/**
 * State of one Markdown engine, shared by vite.config.ts and setup/vite-plugins.ts. Slidev loads the
 * two files separately, so the second one finds this object in Vite's configuration.
 */
export interface Registration {
  owner: typeof OWNER
  /** Whether the engine has the rules. */
  isRegistered: boolean
  /** Returns the place of a line in the author's file; set once the deck is known. */
  locate?: AddonOptions['locate']
  /** Reads the settings in the deck's current headmatter; set once the deck is known. */
  readSettings?: () => CheckedSettings
}

/** An entry of `slidev.markdown.markdownUses`: a plugin and its options. */
export type MarkdownUse = [(md: MarkdownExit, registration: Registration) => void, Registration]

/**
 * Creates the addon's entry for `slidev.markdown.markdownUses`. That option is a list, which Vite joins
 * with the lists of the deck and of other addons; `markdownSetup` is a single function, so the last one
 * would replace all others.
 */
export function createMarkdownUse(): MarkdownUse {
  return [useAddon, { owner: OWNER, isRegistered: false }]
}

/** Finds this addon's registrations in a `markdownUses` list. */
export function findRegistrations(uses: unknown): Registration[] {
  return Array.isArray(uses)
    ? uses.flatMap((use: unknown) => (Array.isArray(use) ? use.filter(isRegistration) : []))
    : []
}

function useAddon(md: MarkdownExit, registration: Registration): void {
  addonMarkdown(md, {
    locate: (line, env) => registration.locate?.(line, env) ?? `line ${line + 1}`,
    settings: () => registration.readSettings?.() ?? checkSettings(undefined),
  })
  registration.isRegistered = hasColoredSpans(md)
}

function isRegistration(value: unknown): value is Registration {
  return typeof value === 'object' && value !== null && 'owner' in value && value.owner === OWNER
}
