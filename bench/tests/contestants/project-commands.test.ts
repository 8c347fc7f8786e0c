import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { writeFolder } from '../../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { readScript } from '../../contestants/project-commands.ts'

/** Writes a project with some scripts and one dependency, `tool`. */
function writeProject(scripts: Readonly<Record<string, string>>): string {
  const project = writeFolder({
    'package.json': JSON.stringify({ scripts }),
    'node_modules/tool/bin/tool.mjs': '',
  })
  mkdirSync(join(project, 'node_modules/.bin'))
  symlinkSync('../tool/bin/tool.mjs', join(project, 'node_modules/.bin/tool'))
  return project
}

describe('a script of package.json', () => {
  it('becomes the dependency’s command within the copy, with its arguments', () => {
    const project = writeProject({ build: 'tool scripts/build.ts --fast' })
    expect(readScript(project, '/copy', 'build')).toEqual([
      '/copy/node_modules/tool/bin/tool.mjs',
      'scripts/build.ts',
      '--fast',
    ])
  })

  it('may be one of Node itself', () => {
    const project = writeProject({ build: 'node build.mjs' })
    expect(readScript(project, '/copy', 'build')).toEqual(['build.mjs'])
  })

  it.each([
    [{}, 'undefined'],
    [{ build: 'tool one && tool two' }, '"tool one && tool two"'],
    [{ build: 'tool $HOME' }, '"tool $HOME"'],
  ])('that is %s is rejected with a message that quotes it', (scripts, shown) => {
    const project = writeProject(scripts)
    expect(() => readScript(project, '/copy', 'build')).toThrow(`the script "build" is ${shown}`)
  })
})
