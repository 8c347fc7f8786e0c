import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { removeAtExit } from '../../addons/slidev-addon-lectern/output/temporary-folder.ts'

/** Version of Marp CLI that is measured. */
export const MARP_VERSION = '4.5.1'

/** Folder that keeps it between two runs. */
const FOLDER = join(import.meta.dirname, `../../node_modules/.cache/bench/marp-cli-${MARP_VERSION}`)

const CLI = 'node_modules/@marp-team/marp-cli/marp-cli.js'

/**
 * Returns the path of Marp's command; installs it first where it is missing, without a browser.
 *
 * @throws {Error} when it cannot be installed.
 */
export function ensureMarp(): string {
  const cli = join(FOLDER, CLI)
  if (!existsSync(cli)) {
    mkdirSync(dirname(FOLDER), { recursive: true })
    const staging = removeAtExit(`${FOLDER}.${process.pid}.partial`)
    try {
      mkdirSync(staging.path, { recursive: true })
      install(staging.path)
      renameSync(staging.path, FOLDER)
    } finally {
      staging.remove()
    }
  }
  return cli
}

function install(folder: string): void {
  const { status, stderr } = spawnSync(
    'npm',
    [
      'install',
      `@marp-team/marp-cli@${MARP_VERSION}`,
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status !== 0) {
    const reason =
      /npm error (?:network |code )?(.+)/.exec(stderr ?? '')?.[1] ?? 'npm could not run'
    throw new Error(reason)
  }
}
