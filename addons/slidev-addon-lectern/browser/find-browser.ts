import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import type { Browser } from 'playwright-chromium'

import { loadPlaywright } from './find-playwright.ts'
import { fontEnvironment } from './font-config.ts'

/** Environment variable that names the Chromium to use. */
export const BROWSER_VARIABLE = 'CHROMIUM_PATH'

/** Commands of Chromium, Chrome and Edge on several systems. */
const SYSTEM_COMMANDS = [
  // Chromium without a window: the same engine, with a third less CPU time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** Debian's packages of Chromium; the first is without a window, and not in every release. */
const SYSTEM_PACKAGES = ['chromium-headless-shell', 'chromium']

const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** Facts of the machine that finding a browser depends on; replaced in tests. */
export interface BrowserSearch {
  env: NodeJS.ProcessEnv
  exists: (path: string) => boolean
  /** Returns where Playwright would install its Chromium; throws on a platform it has none for. */
  playwrightPath: () => string
}

const MACHINE: BrowserSearch = {
  env: process.env,
  exists: existsSync,
  playwrightPath: () => loadPlaywright().chromium.executablePath(),
}

/**
 * Returns the path of a Chromium on this machine: the one `CHROMIUM_PATH` names, Playwright's own, or the system's.
 *
 * @returns `undefined` when there is none.
 * @throws {Error} when `CHROMIUM_PATH` names a file that does not exist.
 */
export function findBrowser(search: BrowserSearch = MACHINE): string | undefined {
  const named = search.env[BROWSER_VARIABLE]
  if (named) {
    if (!search.exists(named)) {
      throw new Error(
        `${BROWSER_VARIABLE} is "${named}", and there is no such file. ` +
          'Set it to the path of a Chromium, Chrome or Edge, or unset it.',
      )
    }
    return named
  }
  const folders = (search.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [
    playwrightPathOf(search),
    ...SYSTEM_COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...SYSTEM_PATHS,
  ]
  return candidates.find((path) => path !== '' && search.exists(path))
}

function playwrightPathOf(search: BrowserSearch): string {
  try {
    return search.playwrightPath()
  } catch {
    return ''
  }
}

/**
 * Returns the path of a Chromium. Installs one first if the machine has none: with Playwright, else as a package of
 * Debian where this process may install packages.
 *
 * @param log - Gets one line before each slow step.
 * @throws {Error} when no browser could be installed, saying what to do.
 */
export function ensureBrowser(log: (line: string) => void): string {
  const present = findBrowser()
  if (present) {
    return present
  }
  log('No Chromium on this machine: installing one with Playwright …')
  if (run(process.execPath, [loadPlaywright().command, 'install', 'chromium'])) {
    const installed = findBrowser()
    if (installed) {
      return installed
    }
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q'])
    for (const name of SYSTEM_PACKAGES) {
      log(`Playwright could not download one: installing the system package "${name}" …`)
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name])
      const installed = findBrowser()
      if (installed) {
        return installed
      }
    }
  }
  throw new Error(
    'No Chromium was found, and none could be installed. ' +
      `Install Chromium, Chrome or Edge, or set ${BROWSER_VARIABLE} to its path.`,
  )
}

/** Further settings for starting a browser. */
export interface BrowserOptions {
  /** Further switches of Chromium's command line. */
  switches?: readonly string[]
  /** Folder for Chromium's temporary files, instead of the system's. */
  temporary?: string
}

/** Starts a headless Chromium that makes no request of its own. */
export async function launchBrowser(
  executablePath: string,
  { switches = [], temporary }: BrowserOptions = {},
): Promise<Browser> {
  return loadPlaywright().chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
    ],
    env: {
      ...process.env,
      ...fontEnvironment(),
      ...(temporary === undefined ? {} : { TMPDIR: temporary }),
    },
  })
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
