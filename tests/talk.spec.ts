import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { SlideModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { copyProject, ROOT } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { AUTHOR_EDITS } from './author-edits.ts'
import { copyLiveTalk, examineText, loadTalk, publishTalk } from './live-talk.ts'

// The talk itself. Nothing here knows how many slides it has, or what they say: its author may change that.

function copyTalk(): TemporaryFolder {
  const folder = copyLiveTalk()
  onTestFinished(() => folder.remove())
  return folder
}

/** The deck and the pictures of a copy, by their names. */
function readRooms({ path }: TemporaryFolder): [name: string, content: string][] {
  const decks = readdirSync(path).filter((name) => name.endsWith('.md'))
  const pictures = readdirSync(join(path, 'public')).map((name) => join('public', name))
  return [...decks, ...pictures].map((name) => [name, readFileSync(join(path, name), 'base64')])
}

/** Complaints of the formatter about a copy, whose decks it must leave alone; '' when there are none. */
function checkFormat({ path }: TemporaryFolder): string {
  const formatter = join(ROOT, 'node_modules/oxfmt/bin/oxfmt')
  const { status, stdout, stderr } = spawnSync(process.execPath, [formatter, '--check', '*.md'], {
    cwd: path,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}

/** Each slide is a page with its title, no note is public, and the doctor finds nothing. */
const WHOLE = { untitled: [], missingFonts: [], leaked: [], errors: [] }

/** Text of a slide, its note included. */
function readText({ contentLines, noteLines }: SlideModel): string {
  return [...contentLines, ...noteLines].map(({ text }) => text).join('\n')
}

describe('each of the author’s edits', () => {
  it.each(AUTHOR_EDITS)('is one: $name', async ({ apply }) => {
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

  it('all of these at once: it is healthy, and published whole', async () => {
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
