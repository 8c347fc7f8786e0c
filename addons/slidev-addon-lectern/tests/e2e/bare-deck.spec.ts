import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { startLectern } from '../harness/command-process.ts'
import { writeFolder } from '../harness/decks.ts'
import { ROOT } from '../harness/project-copy.ts'
import { readTexts } from '../harness/site-texts.ts'

// Decks in a folder of their own, without package.json and node_modules: their Slidev is the one beside Lectern.

it('builds a deck that does not name Lectern, and does not tell where Lectern is', async () => {
  const folder = writeFolder({
    'slides.md': '# One\n\n---\n\n# Two\n\n<!-- a note to nobody -->\n',
  })
  const site = join(folder, 'site')
  const { code, output } = await startLectern(ROOT, 'build', folder, '--out', site).end()
  expect(output).toMatch(/site: 2 slides, without notes, to be served under \/\n$/)
  expect(code).toBe(0)
  // Lectern was in the deck: it prerendered the second slide.
  expect(readFileSync(join(site, '2.html'), 'utf8')).toContain('Two</h1>')
  const texts = readTexts(site)
  expect(texts).not.toContain(PACKAGE_ROOT)
  expect(texts).not.toContain('a note to nobody')
})

it('refuses a wrong setting with its line, and with nothing else', async () => {
  const folder = writeFolder({
    'slides.md': '---\ntitle: A deck\nlectern:\n  section: cover\n---\n\n# One\n',
  })
  const { code, output, errors } = await startLectern(folder, 'build').end()
  expect(errors).toBe(
    'slides.md:4: "lectern" has no setting "section". Did you mean sections? ' +
      'The settings are sections, notesLang, allow, publicNotes, readOnPhones, embed, lazyClient, fastStart.\n',
  )
  expect([code, output]).toEqual([1, ''])
  expect(existsSync(join(folder, 'dist'))).toBe(false)
})
