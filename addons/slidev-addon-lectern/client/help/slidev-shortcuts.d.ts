/*
 * Type of Slidev's list of shortcuts. Slidev ships its sources, which fail a strict check; tsconfig.json maps the name to
 * this file.
 */
import type { Shortcut } from './describe-shortcuts.ts'

/** Returns all shortcuts of the deck, as its setups have changed them. */
export default function setupShortcuts(): Shortcut[]
