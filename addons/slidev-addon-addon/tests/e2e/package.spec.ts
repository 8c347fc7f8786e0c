import { readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { findFreePort } from '../../../slidev-addon-lectern/browser/free-port.ts'
import { openDeck, openServedDeck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import { PATIENCE_MS } from '../../../slidev-addon-lectern/tests/harness/patience.ts'
import { makeFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { EXAMPLE, readExample } from './example.ts'
import type { ExampleFacts } from './example.ts'
import { packAddon } from './packed-addon.ts'
import { installNode, NoRegistry, readCommands, run, start } from './readme.ts'
import type { ReadmeCommands } from './readme.ts'

/** The Slidev that npm takes for a Node, as the README says. */
const SLIDEV = { old: '52.20.1', new: '53.0.0' }
/** The least Node that {@link SLIDEV.new} asks for. */
const LEAST_NODE = [22, 12] as const
/** A Node for it, where the tests run on an older one. */
const NEW_NODE = 24

/** The example deck as it was installed. */
interface Installed extends ExampleFacts {
  slidev: string
}

const folders = [makeFolder(), makeFolder(), makeFolder()] as const
const [packed, runtime, empty] = folders
let own: Installed
let next: Installed & { node: string }
let offline: NoRegistry | undefined

beforeAll(async () => {
  try {
    const commands = readCommands(packAddon(packed.path))
    const [env] = await Promise.all([installNode(runtime, NEW_NODE), install(commands)])
    own = await readServed(commands.serve)
    // Most packages are in the folder already, which saves the time of unpacking them again.
    for (const file of ['package.json', 'package-lock.json']) {
      rmSync(join(empty.path, file))
    }
    await install(commands, env)
    await run(`${commands.serve} build`, empty.path, env)
    const node = await run('node --version', empty.path, env)
    next = { node, ...(await readInstalled(await openDeck(join(empty.path, 'dist')))) }
  } catch (error) {
    if (!(error instanceof NoRegistry)) {
      throw error
    }
    offline = error
    console.log(
      `skipped: the example deck cannot be installed, for want of a registry: ${error.message}`,
    )
  }
})

afterAll(async () => {
  // Many files at once: there are 30,000 of them.
  await Promise.all(folders.map(async ({ path }) => rm(path, { recursive: true })))
})

it('shows the example deck after the README’s commands in an empty folder', ({ skip }) => {
  skip(offline !== undefined)
  expect(own).toEqual({ ...EXAMPLE, slidev: isOldNode() ? SLIDEV.old : SLIDEV.new })
})

it(`shows the same with Slidev ${SLIDEV.new}, on Node ${NEW_NODE}`, ({ skip }) => {
  skip(offline !== undefined)
  const node: unknown = expect.stringMatching(`^v${NEW_NODE}\\.`)
  expect(next).toEqual({ ...EXAMPLE, slidev: SLIDEV.new, node })
})

/** Follows the README up to its last command. */
async function install(commands: ReadmeCommands, env?: NodeJS.ProcessEnv): Promise<void> {
  await run(commands.install, empty.path, env)
  await run(commands.copy, empty.path, env)
}

/** Reads the deck that the README's last command serves. */
async function readServed(command: string): Promise<Installed> {
  const port = await findFreePort()
  const url = `http://localhost:${port}/`
  const server = start(`${command} --port ${port}`, empty.path)
  const isThere = async (): Promise<boolean> =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  await vi.waitUntil(isThere, { timeout: PATIENCE_MS })
  const close = async (): Promise<void> => {
    server.kill()
    await server.ended
  }
  return readInstalled(await openServedDeck({ url, close }))
}

async function readInstalled(deck: Deck): Promise<Installed> {
  const manifest = join(empty.path, 'node_modules/@slidev/cli/package.json')
  const { version: slidev }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  try {
    // Vite loads a page anew when it finds a dependency that it has not prepared yet.
    const facts = await vi.waitFor(async () => readExample(deck), { timeout: PATIENCE_MS })
    return { slidev, ...facts }
  } finally {
    await deck.close()
  }
}

function isOldNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])
}
