import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { TESTED_SLIDEV } from '../../deck/tested-slidev.ts'
import type { Diagnosis } from '../../doctor/examine-deck.ts'
import { readPdf } from '../harness/pdf.ts'
import { makeFolder } from '../harness/project-copy.ts'
import { installNode, NoRegistry, run, start } from '../harness/registry.ts'
import { readTexts } from '../harness/site-texts.ts'
import { DECKS, installDecks, packLectern } from './packed-decks.ts'
import type { DeckName } from './packed-decks.ts'

// The addon as it is published, in decks of strangers, with each version of Slidev: every command works, and finds
// what is planted.

/** Findings that a deck is planted with, as `check slides.md:LINE`, beside those of its theme. */
const PLANTED: Readonly<Record<DeckName, readonly string[]>> = {
  plain: ['images slides.md:9', 'network slides.md:1'],
  seriph: ['links slides.md:14', 'network slides.md:1'],
  own: ['colors slides.md:28'],
}

/** What the theme of a deck is found for. */
const OF_THEMES: ReadonlySet<string> = new Set(['accessibility', 'fonts'])

/** Text that only the notes of a deck have. */
const NOTES: Readonly<Record<DeckName, string>> = {
  plain: 'this plain sentence',
  seriph: 'this themed sentence',
  own: 'this own sentence',
}

/** Number of slides of each deck. */
const SLIDES: Readonly<Record<DeckName, number>> = { plain: 3, seriph: 2, own: 3 }

/** The deck that is built for everybody, without its notes; the others are built once for all their commands. */
const PUBLIC: DeckName = 'plain'

/** A Node that runs the newest Slidev. */
const NEW_NODE = 24

const folders = TESTED_SLIDEV.map(() => makeFolder())
const [packed, runtime] = [makeFolder(), makeFolder()]
let newNode: NodeJS.ProcessEnv
let offline: NoRegistry | undefined

beforeAll(async () => {
  const tarball = packLectern(packed.path)
  try {
    newNode = await installNode(runtime, NEW_NODE)
    for (const [index, version] of TESTED_SLIDEV.entries()) {
      const folder = folders[index] ?? makeFolder()
      await installDecks(folder, tarball, version, envOf(version))
    }
  } catch (error) {
    if (!(error instanceof NoRegistry)) {
      throw error
    }
    offline = error
    console.log(`skipped: nothing can be installed, for want of a registry: ${error.message}`)
  }
})

afterAll(async () => {
  const all = [...folders, packed, runtime]
  await Promise.all(all.map(async ({ path }) => rm(path, { recursive: true })))
})

/** Variables of a shell whose Node runs a version of Slidev. */
function envOf(version: string): NodeJS.ProcessEnv {
  return version.startsWith('52.') ? {} : newNode
}

describe.each(TESTED_SLIDEV.map((version, index) => ({ version, index })))(
  'with Slidev $version',
  ({ version, index }) => {
    const root = (): string => folders[index]?.path ?? ''

    it(`installs Slidev ${version}, and little beside it`, ({ skip }) => {
      skip(offline !== undefined)
      const manifest = readFileSync(join(root(), 'node_modules/@slidev/cli/package.json'), 'utf8')
      expect(JSON.parse(manifest)).toMatchObject({ version })
      expect(existsSync(join(root(), 'node_modules/tsx'))).toBe(false)
    })

    describe.each(DECKS)('the deck "%s"', (deck) => {
      const folder = (): string => join(root(), deck)
      const lectern = async (call: string): Promise<string> =>
        run(`npx --no-install lectern ${call}`, folder(), envOf(version))

      it('is examined, and what is planted is found with its line', async ({ skip }) => {
        skip(offline !== undefined)
        const { output } = await start(
          'npx --no-install lectern doctor --json 2>/dev/null',
          folder(),
          envOf(version),
        ).ended
        const { findings }: Diagnosis = JSON.parse(output)
        const found = findings
          .filter(({ check }) => !OF_THEMES.has(check))
          .map(({ check, file, line }) => `${check} ${file}:${line}`)
        expect(found).toEqual(expect.arrayContaining([...PLANTED[deck]]))
        expect(found.filter((each) => /^(?:console|spelling)/.test(each))).toEqual([])
      })

      it('is built into a site with a page for each slide', async ({ skip }) => {
        skip(offline !== undefined)
        await lectern(deck === PUBLIC ? 'build' : 'build --speaker')
        const site = join(folder(), 'dist')
        for (let slide = 1; slide <= SLIDES[deck]; slide += 1) {
          const page = readFileSync(join(site, `${slide}.html`), 'utf8')
          expect(page).toContain('id="lectern-prerendered"')
        }
        const texts = readTexts(site)
        expect(texts.includes(NOTES[deck])).toBe(deck !== PUBLIC)
        expect(texts).not.toContain(root())
      })

      it('is printed from that site, and handed out with its notes', async ({ skip }) => {
        skip(offline !== undefined)
        await lectern('export --site dist --output slides.pdf')
        const slides = await readPdf(join(folder(), 'slides.pdf'))
        expect(slides.pages).toHaveLength(SLIDES[deck])
        expect(slides.tree.length).toBeGreaterThan(0)
        await lectern(`handout ${deck === PUBLIC ? '' : '--site dist'} --output handout.pdf`)
        const handout = await readPdf(join(folder(), 'handout.pdf'))
        expect(handout.pages.join(' ')).toContain(NOTES[deck])
      })

      it('is previewed as a host would serve it', async ({ skip }) => {
        skip(offline !== undefined)
        const preview = start('npx --no-install lectern preview --port 0', folder(), envOf(version))
        try {
          const url = await preview.find(/http:\/\/\S+/)
          const page = await fetch(`${url}2`)
          expect([page.status, page.headers.get('content-security-policy')]).toEqual([
            200,
            expect.stringContaining("default-src 'none'"),
          ])
        } finally {
          preview.kill()
        }
      })
    })

    it('leaves the configuration of the deck in force', ({ skip }) => {
      skip(offline !== undefined)
      const page = readFileSync(join(root(), 'own/dist/1.html'), 'utf8')
      expect(page).toContain('a value of vite.config.ts')
      expect(readFileSync(join(root(), 'own/dist/3.html'), 'utf8')).toContain(
        'words of setup/preparser.ts',
      )
      expect(readTexts(join(root(), 'own/dist'))).toContain('set by setup/main.ts')
    })
  },
)
