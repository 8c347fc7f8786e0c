import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { findCallSite, nameFrom, shortenPaths } from '../../../commands/call/call-site.ts'
import { writeFolder } from '../../harness/decks.ts'

describe('the place of a call', () => {
  const makeProject = (): string =>
    writeFolder({ 'package.json': '{}', 'talks/slides.md': '', 'other/package.json': '{}' })

  it('is the user’s folder, as npm names it', () => {
    const project = makeProject()
    const env = {
      INIT_CWD: join(project, 'talks'),
      npm_package_json: join(project, 'package.json'),
      npm_lifecycle_event: 'build',
    }
    expect(findCallSite(project, env)).toEqual({
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
    expect(findCallSite(project, env).workingFolder).toBe('/home/ada')
  })

  it.each<[where: string, initial: string | undefined, other: string | undefined]>([
    ['without npm', undefined, undefined],
    ['below the npm of another project', '/home/ada', 'other/package.json'],
    ['below the npm of a project that is gone', '/home/ada', 'gone/package.json'],
    ['below an npm of which nothing is known', '/home/ada', undefined],
  ])('is the folder of the process %s', (_where, initial, other) => {
    const project = makeProject()
    const site = findCallSite(project, {
      INIT_CWD: initial,
      npm_package_json: other && join(project, other),
      npm_config_out: 'x',
    })
    expect(site).toEqual({ project, workingFolder: project, keptByNpm: new Set() })
  })

  it('is the folder of a process that npm’s script has sent elsewhere', () => {
    const project = makeProject()
    const env = { INIT_CWD: '/home/ada', npm_package_json: join(project, 'package.json') }
    const talks = join(project, 'talks')
    expect(findCallSite(talks, { ...env, npm_lifecycle_event: 'build' }).workingFolder).toBe(talks)
  })

  it('comes with the options that npm kept', () => {
    const project = makeProject()
    const { keptByNpm } = findCallSite(project, {
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

describe('a path in a message', () => {
  it.each([
    ['/home/ada/talk', '/home/ada/talk/dist', 'dist'],
    ['/home/ada/talk/a', '/home/ada/talk/dist', '../dist'],
    ['/home/ada/talk', '/home/ada/talk', '.'],
    ['/home/ada/talk', '/tmp/x', '/tmp/x'],
  ])('from %s to %s is %s', (folder, path, name) => {
    expect(nameFrom(folder, path)).toBe(name)
  })

  it.each([
    [
      '/home/ada',
      '/home/ada/dist is a file, as is "/home/ada/x y".',
      'dist is a file, as is "x y".',
    ],
    ['/home/ada', '/mnt/home/ada/dist is a file.', '/mnt/home/ada/dist is a file.'],
    ['/home/ada', '/home/adam/dist is a file.', '/home/adam/dist is a file.'],
    ['/', '/dist is a file.', '/dist is a file.'],
  ])('is shortened below %s, in "%s"', (folder, message, short) => {
    expect(shortenPaths(message, folder)).toBe(short)
  })
})
