import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { SlideModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { copyProject, ROOT } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { AUTHOR_EDITS } from './author-edits.ts'
import { copyLiveTalk, examineText, loadTalk, publishTalk } from './live-talk.ts'

// Tests of the talk itself. None depends on its number of slides or their text, because its author may change both.

function copyTalk(): TemporaryFolder {
  const folder = copyLiveTalk()
  onTestFinished(() => folder.remove())
  return folder
}

/** Reads the decks and images of a copy, by their names. */
function readRooms({ path }: TemporaryFolder): [name: string, content: string][] {
  const decks = readdirSync(path).filter((name) => name.endsWith('.md'))
  const images = readdirSync(join(path, 'public')).map((name) => join('public', name))
  return [...decks, ...images].map((name) => [name, readFileSync(join(path, name), 'base64')])
}

/** Returns the errors of the formatter, which must ignore the decks; '' when there are none. */
function checkFormat({ path }: TemporaryFolder): string {
  const formatter = join(ROOT, 'node_modules/oxfmt/bin/oxfmt')
  const { status, stdout, stderr } = spawnSync(process.execPath, [formatter, '--check', '*.md'], {
    cwd: path,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}

/**
 * Result without a loss: each slide is a page with its title, no figure is a bitmap, no note is public, and the doctor
 * finds no error.
 */
const WHOLE = { untitled: [], missingFonts: [], frozen: [], leaked: [], errors: [] }

/** Returns the text of a slide, its note included. */
function readText({ contentLines, noteLines }: SlideModel): string {
  return [...contentLines, ...noteLines].map(({ text }) => text).join('\n')
}

describe('each of the author’s edits', () => {
  it.each(AUTHOR_EDITS)('changes the talk: $name', async ({ apply }) => {
    const folder = copyProject('talk')
    onTestFinished(() => folder.remove())
    const before = readRooms(folder)
    await apply(folder)
    expect(readRooms(folder)).not.toEqual(before)
  })
})

describe('the author may leave the talk with', () => {
  it.each(AUTHOR_EDITS)('$name', async ({ apply }) => {
    const folder = copyTalk()
    const before = await examineText(folder)
    await apply(folder)
    expect(await examineText(folder)).toEqual(before)
    expect(checkFormat(folder)).toBe('')
  })

  it('all of these at once, and publishes it without a loss', async () => {
    const folder = copyTalk()
    const { slides } = await loadTalk(folder)
    const texts = new Set(slides.map(readText))
    for (const { apply } of AUTHOR_EDITS) {
      await apply(folder)
    }
    expect((await loadTalk(folder)).slides).toHaveLength(slides.length)
    const { slides: published, ...publication } = await publishTalk(
      folder,
      (slide) => !texts.has(readText(slide)) || /\.png/.test(readText(slide)),
    )
    expect(publication).toEqual({ ...WHOLE, pages: published })
  })
})
