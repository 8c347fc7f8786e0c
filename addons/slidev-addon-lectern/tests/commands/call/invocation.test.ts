import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readInvocation } from '../../../commands/call/invocation.ts'
import { writeFolder } from '../../harness/decks.ts'

describe('the folder of a call', () => {
  const makeProject = (): string =>
    writeFolder({ 'package.json': '{}', 'talks/slides.md': '', 'other/package.json': '{}' })

  it('is the user’s folder, as npm names it', () => {
    const project = makeProject()
    const env = {
      INIT_CWD: join(project, 'talks'),
      npm_package_json: join(project, 'package.json'),
      npm_lifecycle_event: 'build',
    }
    expect(readInvocation(project, env)).toEqual({
      script: 'build',
      project,
      workingFolder: join(project, 'talks'),
      keptByNpm: new Set(),
    })
  })

  it('is known where npm reaches the project by a link', () => {
    const project = makeProject()
    const link = join(project, 'other/link')
    symlinkSync(project, link)
    const env = {
      INIT_CWD: '/home/ada',
      npm_package_json: join(link, 'package.json'),
      npm_lifecycle_event: 'build',
    }
    expect(readInvocation(project, env).workingFolder).toBe('/home/ada')
  })

  it.each<[where: string, initial: string | undefined, other: string | undefined]>([
    ['without npm', undefined, undefined],
    ['below the npm of another project', '/home/ada', 'other/package.json'],
    ['below the npm of a project that is gone', '/home/ada', 'gone/package.json'],
    ['below an npm of which nothing is known', '/home/ada', undefined],
  ])('is the folder of the process %s', (_where, initial, other) => {
    const project = makeProject()
    const invocation = readInvocation(project, {
      INIT_CWD: initial,
      npm_package_json: other && join(project, other),
      npm_config_out: 'x',
    })
    expect(invocation).toEqual({ project, workingFolder: project, keptByNpm: new Set() })
  })

  it('is the folder of a process that npm’s script has sent elsewhere', () => {
    const project = makeProject()
    const env = { INIT_CWD: '/home/ada', npm_package_json: join(project, 'package.json') }
    const talks = join(project, 'talks')
    expect(readInvocation(talks, { ...env, npm_lifecycle_event: 'build' }).workingFolder).toBe(
      talks,
    )
  })

  it('comes with the options that npm kept', () => {
    const project = makeProject()
    const { keptByNpm } = readInvocation(project, {
      INIT_CWD: project,
      npm_package_json: join(project, 'package.json'),
      npm_lifecycle_event: 'build',
      npm_config_with_pdf: 'true',
      npm_config_out: 'x',
      npm_config_yes: '',
    })
    expect([...keptByNpm]).toEqual(['with-pdf', 'out'])
  })
})
