import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { findDeckFile, nameFile } from '../../deck/find-deck.ts'
import { writeFolder } from '../harness/decks.ts'

describe('the file of a deck', () => {
  it.each([
    ['talk.md', 'talk.md'],
    ['./talk.md', 'talk.md'],
    ['.', 'slides.md'],
    ['part', 'part/slides.md'],
  ])('that is named %s is %s', (typed, expected) => {
    const folder = writeFolder({ 'talk.md': '', 'slides.md': '', 'part/slides.md': '' })
    expect(findDeckFile(typed, folder)).toBe(join(folder, expected))
  })

  it('is in the folder that a link leads to', () => {
    const folder = writeFolder({ 'talk/slides.md': '' })
    symlinkSync(join(folder, 'talk'), join(folder, 'link'), 'junction')
    expect(findDeckFile('link', folder)).toBe(join(folder, 'talk/slides.md'))
  })

  it('has to be there', () => {
    expect(() => findDeckFile('part', writeFolder({ 'part/talk.md': '' }))).toThrow(
      'There is no file part/slides.md. Name an existing deck.',
    )
  })
})

describe('the name of a file in a message', () => {
  it.each([
    ['/talk/slides.md', '/talk', 'slides.md'],
    ['/talk/part/one.md', '/talk', 'part/one.md'],
    ['/talk/slides.md', '/talk/part', '../slides.md'],
    ['/other/slides.md', '/home/ada', 'slides.md'],
  ])('%s, seen from %s, is %s', (path, workingFolder, name) => {
    expect(nameFile(path, workingFolder)).toBe(name)
  })
})
