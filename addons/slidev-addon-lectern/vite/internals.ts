import { DEFAULT_SETTINGS } from '../deck/default-settings.ts'
import type { LecternSettings } from '../deck/default-settings.ts'
import { readPackageVersion } from '../deck/find-slidev.ts'
import { isTested, nameSlidev } from '../deck/tested-slidev.ts'

/** Parts that lean on Slidev's internals. */
export interface Internals {
  hasLazyClient: boolean
  hasFastStart: boolean
}

/**
 * Decides which parts that lean on Slidev's internals are on: those that the deck wants, if they were tested with
 * its version of Slidev.
 *
 * @param headmatter - Headmatter with the settings that `setup/preparser.ts` has checked.
 * @param cliRoot - Folder of the package `@slidev/cli`.
 * @param logger - Gets one line where a part is off although the deck wants it.
 */
export function readInternals(
  headmatter: { lectern?: LecternSettings },
  cliRoot: string,
  logger: Pick<Console, 'warn'> = console,
): Internals {
  const { lazyClient, fastStart } = headmatter.lectern ?? DEFAULT_SETTINGS
  const version = readPackageVersion(cliRoot)
  if (isTested(version)) {
    return { hasLazyClient: lazyClient, hasFastStart: fastStart }
  }
  if (lazyClient || fastStart) {
    logger.warn(
      `[slidev-addon-lectern] The lazy client and the fast start are off with ${nameSlidev(version)}. ` +
        'The deck works without them. Update slidev-addon-lectern, or set "lazyClient: false" and ' +
        '"fastStart: false" under "lectern:" to silence this line.',
    )
  }
  return { hasLazyClient: false, hasFastStart: false }
}
