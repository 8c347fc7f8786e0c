import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Diagnosis } from '../../doctor/diagnosis.ts'
import { readPdf } from '../harness/pdf.ts'
import { makeFolder } from '../harness/project-copy.ts'
import { installNode, NoRegistry, run, start } from '../harness/registry.ts'
import { readTexts } from '../harness/site-texts.ts'
import { DECKS, installDecks, sharePackage } from './packed-decks.ts'
import type { DeckName } from './packed-decks.ts'

/** Findings that a deck is planted with, as `check slides.md:LINE`, beside those of its theme. */
const PLANTED: Readonly<Record<DeckName, readonly string[]>> = {
  plain: ['images slides.md:9', 'network slides.md:1'],
  seriph: ['links slides.md:14', 'network slides.md:1'],
  own: ['colors slides.md:28'],
}

/** Checks that find something in the theme of a deck. */
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

/**
 * Describes the addon as it is published, in decks of strangers: every command works, and finds what is planted.
 *
 * @param slidev - Version to install; a newer one than 52 runs on {@link NEW_NODE}.
 */
export function describePublishedPackage(slidev: string): void {
  const [folder, runtime] = [makeFolder(), makeFolder()]
  let shell: NodeJS.ProcessEnv = {}
  let offline: NoRegistry | undefined

  beforeAll(async () => {
    const tarball = await sharePackage()
    try {
      if (!slidev.startsWith('52.')) {
        shell = await installNode(runtime, NEW_NODE)
      }
      await installDecks(folder, tarball, slidev, shell)
    } catch (error) {
      if (!(error instanceof NoRegistry)) {
        throw error
      }
      offline = error
      console.log(`skipped: nothing can be installed, for want of a registry: ${error.message}`)
    }
  })

  afterAll(async () => {
    await Promise.all([folder, runtime].map(async ({ path }) => rm(path, { recursive: true })))
  })

  it(`installs Slidev ${slidev}, and little beside it`, ({ skip }) => {
    skip(offline !== undefined)
    const manifest = readFileSync(
      join(folder.path, 'node_modules/@slidev/cli/package.json'),
      'utf8',
    )
    expect(JSON.parse(manifest)).toMatchObject({ version: slidev })
    expect(existsSync(join(folder.path, 'node_modules/tsx'))).toBe(false)
  })

  describe.each(DECKS)('the deck "%s"', (deck) => {
    const deckFolder = (): string => join(folder.path, deck)
    const lectern = async (call: string): Promise<string> =>
      run(`npx --no-install lectern ${call}`, deckFolder(), shell)

    it('is examined, and what is planted is found with its line', async ({ skip }) => {
      skip(offline !== undefined)
      const { output } = await start(
        'npx --no-install lectern doctor --json 2>/dev/null',
        deckFolder(),
        shell,
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
      const site = join(deckFolder(), 'dist')
      for (let slide = 1; slide <= SLIDES[deck]; slide += 1) {
        const page = readFileSync(join(site, `${slide}.html`), 'utf8')
        expect(page).toContain('id="lectern-prerendered"')
      }
      const texts = readTexts(site)
      expect(texts.includes(NOTES[deck])).toBe(deck !== PUBLIC)
      expect(texts).not.toContain(folder.path)
    })

    it('is printed from that site, and handed out with its notes', async ({ skip }) => {
      skip(offline !== undefined)
      await lectern('export --site dist --output slides.pdf')
      const slides = await readPdf(join(deckFolder(), 'slides.pdf'))
      expect(slides.pages).toHaveLength(SLIDES[deck])
      expect(slides.tree.length).toBeGreaterThan(0)
      await lectern(`handout ${deck === PUBLIC ? '' : '--site dist'} --output handout.pdf`)
      const handout = await readPdf(join(deckFolder(), 'handout.pdf'))
      expect(handout.pages.join(' ')).toContain(NOTES[deck])
    })

    it('is previewed as a host would serve it', async ({ skip }) => {
      skip(offline !== undefined)
      const preview = start('npx --no-install lectern preview --port 0', deckFolder(), shell)
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
    const page = readFileSync(join(folder.path, 'own/dist/1.html'), 'utf8')
    expect(page).toContain('a value of vite.config.ts')
    expect(readFileSync(join(folder.path, 'own/dist/3.html'), 'utf8')).toContain(
      'words of setup/preparser.ts',
    )
    expect(readTexts(join(folder.path, 'own/dist'))).toContain('set by setup/main.ts')
  })
}
