import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

import { chromium } from 'playwright-chromium'
import type { Browser } from 'playwright-chromium'

import { fontEnvironment } from './font-config.ts'

/** Environment variable that names the Chromium to use. */
export const BROWSER_VARIABLE = 'CHROMIUM_PATH'

/** Chromium, Chrome and Edge under the names systems give them. */
const SYSTEM_COMMANDS = [
  // Chromium without a window: the same engine, and a third less work for the processor.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** Debian's packages with one; the first is without a window, and not in every release. */
const SYSTEM_PACKAGES = ['chromium-headless-shell', 'chromium']

const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** What finding a browser depends on; replaced in tests. */
export interface BrowserSearch {
  env: NodeJS.ProcessEnv
  exists: (path: string) => boolean
  /**
   * Where Playwright keeps its own Chromium, whether it is there or not; throws on a platform it has
   * none for.
   */
  playwrightPath: () => string
}

const MACHINE: BrowserSearch = {
  env: process.env,
  exists: existsSync,
  playwrightPath: () => chromium.executablePath(),
}

/**
 * Path of a Chromium on this machine: the one `CHROMIUM_PATH` names, Playwright's own, or the system's.
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
 * Path of a Chromium, installed first if the machine has none: by Playwright, else as a package of Debian's
 * where this process may install packages.
 *
 * @param log - Gets one line before each slow step.
 * @throws {Error} when no browser could be had, saying what to do.
 */
export function ensureBrowser(log: (line: string) => void): string {
  const present = findBrowser()
  if (present) {
    return present
  }
  log('No Chromium on this machine: installing one with Playwright …')
  if (run(process.execPath, [playwrightCli(), 'install', 'chromium'])) {
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

/** What a browser is started with besides. */
export interface BrowserOptions {
  /** Further switches of Chromium's command line. */
  switches?: readonly string[]
  /** Folder for what Chromium needs for a while, instead of the system's. */
  temporary?: string
}

/** Starts a headless Chromium that makes no request of its own. */
export async function launchBrowser(
  executablePath: string,
  { switches = [], temporary }: BrowserOptions = {},
): Promise<Browser> {
  return chromium.launch({
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

/** The command-line entry of the installed playwright-chromium. */
function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright-chromium')), 'cli.js')
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
