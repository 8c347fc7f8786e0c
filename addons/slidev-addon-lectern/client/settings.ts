import { configs } from '@slidev/client'

import { DEFAULT_SETTINGS } from '../deck/default-settings.ts'
import type { LecternSettings } from '../deck/default-settings.ts'

/** The deck's settings, which `setup/preparser.ts` checks; a Slidev that does not run that has the default ones. */
export const SETTINGS: Readonly<LecternSettings> = { ...DEFAULT_SETTINGS, ...configs.lectern }
