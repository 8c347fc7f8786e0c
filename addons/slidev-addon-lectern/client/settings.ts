import { configs } from '@slidev/client'

import type { LecternSettings } from '../deck/settings.ts'

/** The deck's settings, which `setup/preparser.ts` has checked and filled in. */
export const SETTINGS: Readonly<LecternSettings> = configs.lectern
