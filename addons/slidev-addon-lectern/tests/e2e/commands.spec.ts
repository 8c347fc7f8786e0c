import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { StaticServer } from '../../browser/static-server.ts'
import { createParser, parseCall } from '../../commands/call/parse-call.ts'
import { HANDOUT } from '../../commands/handout.ts'
import { buildLockOf } from '../../deck/build-deck.ts'
import { withLock } from '../../output/lock.ts'
import { createSecurityPolicy } from '../../site/headers.ts'
import { runNpm, startLectern, startScript } from '../harness/command-process.ts'
import type { Ending } from '../harness/command-process.ts'
import { openServedDeck, slideOf } from '../harness/deck.ts'
import { readPdf } from '../harness/pdf.ts'
import { servePlainly } from '../harness/plain-server.ts'
import { copyProject, ROOT } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { visit, waitForApplication, WITHOUT_APPLICATION, WITHOUT_SCRIPT } from '../harness/visit.ts'

// The commands as the author calls them, in a copy of the project. Their calls are tested without processes in
// tests/commands.

const DECK = `---
title: A small talk
exportFilename: small-talk
layout: cover
---

# A small talk

---

# Data

- [a point]{color=red}

<!--
產生的資料集所訓練的
-->

---
layout: cover
---

# Introduction

[back to the data](/2)
`

let folder: TemporaryFolder

beforeAll(() => {
  folder = copyProject('talk')
  writeFileSync(join(folder.path, 'slides.md'), DECK)
})

afterAll(() => folder.remove())

async function run(name: string, ...args: string[]): Promise<Ending> {
  return startLectern(folder.path, name, ...args).end()
}

it('exports and prints from nothing, two at the same time, and says whom they wait for', async () => {
  const lock = buildLockOf(realpathSync(folder.path))
  const work = { description: 'building another talk', log: () => {} }
  const commands = await withLock(lock, work, async () => {
    const started = [
      startLectern(folder.path, 'export', '--slides', '1-2', '--output', 'some.pdf'),
      startLectern(folder.path, 'handout', '--slides', '2'),
    ]
    for (const { read } of started) {
      const message = `Waiting for process ${process.pid}, which has been building another talk`
      await expect.poll(read).toContain(message)
    }
    return started
  })
  expect(await Promise.all(commands.map(async ({ end }) => end()))).toEqual([
    {
      code: 0,
      output: expect.stringMatching(/^some\.pdf: 2 pages, \d+ kB, PDF\/UA-1\n$/),
      errors: expect.any(String),
    },
    {
      code: 0,
      output: expect.stringMatching(/^out\/small-talk-handout\.pdf: 1 page,/),
      errors: expect.any(String),
    },
  ])
  const [handout] = (await readPdf(join(folder.path, 'out/small-talk-handout.pdf'))).pages
  expect(handout?.replaceAll(' ', '')).toContain('產生的資料集所訓練的')
})

describe('a site with hash routing, on a plain file server', () => {
  let server: StaticServer
  let built: Ending

  beforeAll(async () => {
    built = await run('build', '--router', 'hash', '--base', 'talks/plain', '--out', 'plain')
    server = await servePlainly(join(folder.path, 'plain'), '/talks/plain/')
  })

  it('opens slide 2 by its address, again after a reload, and goes on from there', async () => {
    const deck = await openServedDeck(server)
    try {
      const page = await deck.open('#/2')
      await page.reload()
      await slideOf(page, 2).locator('.slidev-layout:visible').waitFor()
      expect(await slideOf(page, 2).locator('h1').innerText()).toBe('Data')
      await page.keyboard.press('ArrowRight')
      await page.waitForURL((url) => url.hash === '#/3')
      // Its own page, without the application's addresses.
      expect((await fetch(`${deck.url}2`)).status).toBe(200)
      deck.expectNoErrors()
    } finally {
      await deck.close()
    }
  })

  it('leads from slide to slide without scripts, and with them', async () => {
    const deck = await openServedDeck(
      await servePlainly(join(folder.path, 'plain'), '/talks/plain/'),
    )
    try {
      for (const options of [WITHOUT_SCRIPT, WITHOUT_APPLICATION]) {
        const page = await visit(deck, '3.html', options)
        await page.getByRole('link', { name: 'back to the data' }).click()
        await page.getByRole('heading', { name: 'Data' }).waitFor()
        expect(page.url()).toBe(`${deck.url}2.html`)
        await page.context().close()
      }
      const page = await visit(deck, '3.html')
      await waitForApplication(page)
      await page.getByRole('link', { name: 'back to the data' }).click()
      await slideOf(page, 2).getByRole('heading', { name: 'Data' }).waitFor()
      expect(page.url()).toBe(`${deck.url}#/2`)
      await page.context().close()
    } finally {
      await deck.close()
    }
  })

  it('is printed from as well, with paths that start where the user stands', async () => {
    const talks = join(folder.path, 'talks')
    mkdirSync(talks)
    const options = ['--site', '../plain', '--slides', '3', '--output', 'here.pdf']
    const { code, output } = await runNpm(talks, 'export', '--', ...options)
    expect(output).toMatch(/^here\.pdf: 1 page,/)
    expect(code).toBe(0)
    expect((await readPdf(join(talks, 'here.pdf'))).tree).toEqual(['Introduction → 1'])
  })

  it('has no notes, so that no handout is printed from it', async () => {
    const site = { project: folder.path, workingFolder: folder.path, keptByNpm: new Set<string>() }
    const readOrder = async (...args: string[]): Promise<unknown> => {
      const parser = createParser(HANDOUT, site, () => {})
      parseCall(parser, args, site)
      return HANDOUT.read(parser, site)
    }
    await expect(readOrder('--site', 'plain')).rejects.toThrow(
      '--site plain was built without notes. Build it with "lectern build --speaker"',
    )
    // No slide asks for a note.
    await expect(readOrder('--site', 'plain', '--slides', '3')).resolves.toBeDefined()
    const talk = join(ROOT, 'tests/fixtures/talk/slides.md')
    await expect(readOrder(talk, '--site', await shareBuild('talk'))).resolves.toBeDefined()
  })

  it('is named by the command, which leaves nothing half done beside it', () => {
    expect(built.output).toMatch(/^plain: 3 slides, without notes, .*\/talks\/plain\//)
    expect(built.code).toBe(0)
    expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([])
  })
})

it('serves the built deck under its policy', async () => {
  const site = await shareBuild('talk')
  const preview = startLectern(folder.path, 'preview', '--out', site, '--port', '0')
  try {
    await expect.poll(preview.read).toContain('(Ctrl+C ends)')
    const url = /http:\S+/.exec(preview.read())?.[0] ?? ''
    const deck = await openServedDeck({ url, close: async () => {} })
    await deck.open('13', { colorScheme: 'dark' })
    await deck.open('presenter/12')
    const { headers } = await fetch(deck.url)
    expect(headers.get('content-security-policy')).toBe(await createSecurityPolicy())
    deck.expectNoErrors()
    await deck.close()

    const { port } = new URL(url)
    const { code, errors } = await run('preview', '--out', site, '--port', port)
    expect(errors).toContain(`Port ${port} is in use. Name another`)
    expect(code).toBe(1)
  } finally {
    preview.child.kill()
    await preview.end()
  }
})

it('leaves nothing behind when it is interrupted', async () => {
  const listPartial = (): string[] =>
    readdirSync(folder.path).filter((name) => name.endsWith('.partial'))
  const building = startLectern(folder.path, 'build', '--out', 'interrupted')
  await expect.poll(listPartial, { interval: 5 }).toHaveLength(1)
  building.child.kill('SIGINT')
  const { code } = await building.end()
  expect([code, listPartial()]).toEqual([130, []])
  expect(existsSync(join(folder.path, 'interrupted'))).toBe(false)
})

describe('a call with a second "--"', () => {
  const typed = ['slides.md', '--', '--out', 'other']
  let before: string[]

  beforeAll(() => {
    before = readdirSync(folder.path)
  })

  it('is refused below npm with exit code 2, and nothing is written', async () => {
    const { code, errors } = await runNpm(folder.path, 'build', '--', ...typed)
    expect(errors).toContain('Write: npm run build -- slides.md --out other')
    expect(code).toBe(2)
    expect(readdirSync(folder.path)).toEqual(before)
  })

  it.each(['preview', 'export', 'handout', 'doctor', 'figures'])(
    'is refused by lectern %s in the same way',
    async (name) => {
      const { code, errors } = await run(name, ...typed)
      expect(errors).toContain(`Write: lectern ${name} slides.md --out other`)
      expect(code).toBe(2)
      expect(readdirSync(folder.path)).toEqual(before)
    },
  )

  it('is refused by the script bench in the same way', async () => {
    const { code, errors } = await startScript(
      folder.path,
      join(ROOT, 'bench/run.ts'),
      ...typed,
    ).end()
    expect(errors).toContain('Write: npm run bench -- slides.md --out other')
    expect(code).toBe(2)
    expect(readdirSync(folder.path)).toEqual(before)
  })
})

it('refuses an option that npm keeps, because it stands before "--"', async () => {
  const { code, errors } = await runNpm(folder.path, 'build', '--speaker')
  expect(errors).toContain('Write: npm run build -- --speaker')
  expect(code).toBe(2)
})
