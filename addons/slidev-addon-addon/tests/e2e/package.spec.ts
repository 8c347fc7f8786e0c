import { readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import getPort from 'get-port'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { openDeck, openServedDeck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import { PATIENCE_MS } from '../../../slidev-addon-lectern/tests/harness/patience.ts'
import { makeFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import {
  installNode,
  NoRegistry,
  run,
  start,
} from '../../../slidev-addon-lectern/tests/harness/registry.ts'
import { EXAMPLE, readExample } from './example.ts'
import type { ExampleFacts } from './example.ts'
import { packAddon } from './packed-addon.ts'
import { readCommands } from './readme.ts'
import type { ReadmeCommands } from './readme.ts'

/** The Slidev that npm installs on an old and on a new Node, as the README says. */
const SLIDEV = { old: '52.20.1', new: '53.0.0' }
/** The oldest Node that {@link SLIDEV.new} runs on. */
const LEAST_NODE = [22, 12] as const
/** A Node for it, installed because the tests may run on an older one. */
const NEW_NODE = 24

/** Facts about the example deck as installed. */
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
    // Keeps node_modules, because most packages are the same for the next Slidev.
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
      `skipped: the example deck cannot be installed without a registry: ${error.message}`,
    )
  }
})

afterAll(async () => {
  // Asynchronous, because there are 30,000 files.
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

/** Runs the README's commands except the last one. */
async function install(commands: ReadmeCommands, env?: NodeJS.ProcessEnv): Promise<void> {
  await run(commands.install, empty.path, env)
  await run(commands.copy, empty.path, env)
}

/** Runs the README's last command and reads the deck it serves. */
async function readServed(command: string): Promise<Installed> {
  const port = await getPort()
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
    // Vite reloads a page when it finds a dependency that it has not prepared yet.
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
