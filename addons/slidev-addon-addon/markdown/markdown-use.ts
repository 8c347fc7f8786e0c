import type { MarkdownExit } from 'markdown-exit'

import { hasColouredSpans } from './coloured-span.ts'
import { addonMarkdown } from './index.ts'
import type { AddonOptions } from './options.ts'
import { checkSettings } from './settings.ts'
import type { CheckedSettings } from './settings.ts'

const OWNER = 'slidev-addon-addon'

/**
 * What vite.config.ts and setup/vite-plugins.ts share of one engine. Slidev loads the two files apart,
 * so they find each other through Vite's configuration, where this object stands.
 */
export interface Registration {
  owner: typeof OWNER
  /** Whether the engine has the rules. */
  isRegistered: boolean
  /** Where a line stands in the author's file; set once the deck is known. */
  locate?: AddonOptions['locate']
  /** What the deck's headmatter says at the moment; set once the deck is known. */
  readSettings?: () => CheckedSettings
}

/** An entry of `slidev.markdown.markdownUses`: a plugin and its options. */
export type MarkdownUse = [(md: MarkdownExit, registration: Registration) => void, Registration]

/**
 * The addon's entry for `slidev.markdown.markdownUses`. That option is a list, which Vite joins with
 * the lists of the deck and of other addons; `markdownSetup` beside it is a single function, and the
 * last one would replace all others.
 */
export function createMarkdownUse(): MarkdownUse {
  return [useAddon, { owner: OWNER, isRegistered: false }]
}

/** This addon's registrations in a `markdownUses` list. */
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
  registration.isRegistered = hasColouredSpans(md)
}

function isRegistration(value: unknown): value is Registration {
  return typeof value === 'object' && value !== null && 'owner' in value && value.owner === OWNER
}
