import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import { readDeck } from '../../deck/read-deck.ts'
import type { DeckModel, SlideModel } from '../../deck/read-deck.ts'

/** Writes files into a folder that is removed after the test. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  // A system's folder for temporary files may be a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

/**
 * Writes a deck into a folder of its own, which is removed after the test.
 *
 * @param files - Further files of the folder.
 */
export async function writeDeck(
  markdown: string,
  files: Readonly<Record<string, string>> = {},
): Promise<DeckModel> {
  return readDeck('slides.md', writeFolder({ ...files, 'slides.md': markdown }))
}

/** Writes a deck, and returns its first slide. */
export async function writeSlide(markdown: string): Promise<SlideModel> {
  const [slide] = (await writeDeck(markdown)).slides
  if (!slide) {
    throw new Error('The deck has no slide.')
  }
  return slide
}
