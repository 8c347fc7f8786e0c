import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { findFreePort } from '../../tools/free-port.ts'
import { CONTENT_SECURITY_POLICY } from '../../tools/site-headers.ts'
import type { StaticServer } from '../../tools/static-server.ts'
import { openServedDeck, slideOf } from './deck.ts'
import { readPdf } from './pdf.ts'
import { copyProject, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

// The commands as the author calls them, in a copy of the project.

let folder: TemporaryFolder

beforeAll(() => {
  folder = copyProject()
  for (const room of ['scripts', 'addons']) {
    cpSync(join(ROOT, room), join(folder.path, room), { recursive: true })
  }
})

afterAll(() => folder.remove())

/** A command under way, and all it has printed. */
interface Running {
  child: ChildProcess
  read: () => string
}

function start(command: string, ...args: string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx/esm', `scripts/${command}.ts`, ...args], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  }
  return { child, read: () => printed }
}

/** Runs a command to its end. Returns its exit code and what it printed. */
async function run(
  command: string,
  ...args: string[]
): Promise<[code: number | null, text: string]> {
  const { child, read } = start(command, ...args)
  await once(child, 'close')
  return [child.exitCode, read()]
}

it('exports and prints from nothing, two at the same time', async () => {
  const endings = await Promise.all([
    run('export', '--slides', '6-7', '--output', 'some.pdf'),
    run('handout', '--slides', '12'),
  ])
  expect(endings).toEqual([
    [0, expect.stringMatching(/some\.pdf: 2 pages, 0\.\d MB/)],
    [0, expect.stringMatching(/out\/llama3-herd-handout\.pdf: 1 pages/)],
  ])
  const [handout] = (await readPdf(join(folder.path, 'out/llama3-herd-handout.pdf'))).pages
  expect(handout?.replaceAll(' ', '')).toContain('產生的資料集所訓練的')
})

describe('a site with hash routing, on a plain file server', () => {
  let server: StaticServer
  let built: [code: number | null, text: string]

  beforeAll(async () => {
    built = await run('build', '--router', 'hash', '--base', 'talks/plain', '--out', 'plain')
    server = await servePlainly(join(folder.path, 'plain'), '/talks/plain/')
  })

  it('opens slide 12 by its address, again after a reload, and goes on from there', async () => {
    const deck = await openServedDeck(server)
    try {
      const page = await deck.open('#/12')
      await page.reload()
      await slideOf(page, 12).locator('.slidev-layout:visible').waitFor()
      expect(await slideOf(page, 12).locator('h1').innerText()).toBe('Pre-training - Data')
      await page.keyboard.press('ArrowRight')
      await page.waitForURL((url) => url.hash === '#/13')
      // Its own page, without the application's addresses.
      expect((await fetch(`${deck.url}12`)).status).toBe(200)
      deck.expectNoFaults()
    } finally {
      await deck.close()
    }
  })

  it('is printed from as well', async () => {
    const [code] = await run('export', '--site', 'plain', '--slides', '3', '--output', 'plain.pdf')
    expect(code).toBe(0)
    expect((await readPdf(join(folder.path, 'plain.pdf'))).tree).toEqual(['Introduction → 1'])
  })

  it('is named by the command, which leaves nothing half done beside it', () => {
    expect(built).toEqual([
      0,
      expect.stringMatching(/plain: 46 slides, without notes, .*\/talks\/plain\//),
    ])
    expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([])
  })
})

describe('the preview', () => {
  it('serves the built deck under its policy, and says so when the port is in use', async () => {
    const port = String(await findFreePort())
    const preview = start('preview', '--out', inject('builtDeck'), '--port', port)
    try {
      await expect.poll(() => preview.read()).toContain(`http://127.0.0.1:${port}/`)
      const close = async (): Promise<void> => {}
      const deck = await openServedDeck({ url: `http://127.0.0.1:${port}/`, close })
      await deck.open('19', { colorScheme: 'dark' })
      await deck.open('presenter/12')
      const { headers } = await fetch(deck.url)
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
      deck.expectNoFaults()
      await deck.close()

      const second = await run('preview', '--out', inject('builtDeck'), '--port', port)
      expect(second).toEqual([1, expect.stringContaining(`Port ${port} is in use. Name another`)])
    } finally {
      preview.child.kill()
      await once(preview.child, 'close')
    }
  })
})

it('leaves nothing behind when it is interrupted', async () => {
  const listPartial = (): string[] =>
    readdirSync(folder.path).filter((name) => name.endsWith('.partial'))
  const building = start('build', '--out', 'interrupted')
  const ended = once(building.child, 'close')
  await expect.poll(listPartial, { interval: 5 }).toHaveLength(1)
  building.child.kill('SIGINT')
  await ended
  expect([building.child.exitCode, listPartial()]).toEqual([130, []])
  expect(existsSync(join(folder.path, 'interrupted'))).toBe(false)
})

describe('a command that cannot do its work', () => {
  it.each([
    [
      'an output that cannot be written',
      'export',
      ['--output', 'slides.md/x.pdf'],
      'cannot be written',
    ],
    ['an unknown format', 'export', ['--format', 'gif'], 'Name one of pdf, png, pptx.'],
    ['an unknown option', 'handout', ['--notes'], 'Usage: npm run handout'],
    [
      'a folder of something else',
      'build',
      ['--out', 'public'],
      'holds something else than a built deck',
    ],
    [
      'a folder without a site',
      'preview',
      ['--out', 'public'],
      'There is no built deck in public.',
    ],
  ])('for %s ends with a message, and nothing is built', async (_name, command, args, message) => {
    const [code, text] = await run(command, ...args)
    expect(text).toContain(message)
    expect(text).not.toContain('Building')
    expect(code).toBe(1)
  })

  it('leaves everything as it was', () => {
    expect(existsSync(join(folder.path, 'slides.md'))).toBe(true)
    expect(existsSync(join(folder.path, 'public/dpo.png'))).toBe(true)
  })
})

/** A server of files alone: what is no file is not found. */
async function servePlainly(path: string, base: string): Promise<StaticServer> {
  const files = sirv(path)
  const server = createServer((request, response) => {
    request.url = request.url?.slice(base.length - 1)
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  const port = await findFreePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
