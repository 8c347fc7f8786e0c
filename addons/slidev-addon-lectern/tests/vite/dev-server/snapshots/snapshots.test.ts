import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeTemporaryFolder } from '../../../../output/temporary-folder.ts'
import type { TemporaryFolder } from '../../../../output/temporary-folder.ts'
import { readSlide } from '../../../../vite/dev-server/snapshots/index.ts'
import { describeState } from '../../../../vite/dev-server/snapshots/project-state.ts'
import { addSnapshot } from '../../../../vite/dev-server/snapshots/snapshot-page.ts'

describe('describeState', () => {
  let folder: TemporaryFolder

  beforeAll(() => {
    folder = makeTemporaryFolder()
    mkdirSync(join(folder.path, 'styles'))
    mkdirSync(join(folder.path, 'node_modules'))
    writeFileSync(join(folder.path, 'slides.md'), '# One')
    writeFileSync(join(folder.path, 'styles/index.css'), 'a{}')
  })

  afterAll(() => folder.remove())

  it('is the same as long as nothing changes that a slide is made of', () => {
    const before = describeState(folder.path)
    writeFileSync(join(folder.path, 'node_modules/x.js'), 'x')
    expect(describeState(folder.path)).toBe(before)
  })

  it.each(['slides.md', 'styles/index.css'])('is another one when %s is saved', (name) => {
    const before = describeState(folder.path)
    const path = join(folder.path, name)
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    expect(describeState(folder.path)).not.toBe(before)
  })

  it('is another one with another file', () => {
    const before = describeState(folder.path)
    writeFileSync(join(folder.path, 'styles/more.css'), '')
    expect(describeState(folder.path)).not.toBe(before)
  })
})

describe('readSlide', () => {
  it.each([
    ['/', '/', 1],
    ['/12', '/', 12],
    ['/talk/12', '/talk/', 12],
    ['/12?clicks=2', '/', undefined],
    ['/presenter/12', '/', undefined],
    ['/012', '/', undefined],
    ['/12', '/talk/', undefined],
  ])('of %s under %s is %s', (address, base, slide) => {
    expect(readSlide(address, base)).toBe(slide)
  })
})

describe('addSnapshot', () => {
  const html =
    '<!DOCTYPE html><html lang="en"><head></head>\n<body>\n  <div id="app"></div>\n</body></html>'
  const snapshot = {
    slide: 1,
    state: 'x',
    html: '<div>$& slide</div>',
    css: 'a{}',
    fontCss: '',
    bodyStyle: '--x:"1"',
    colorSchema: 'auto',
    width: 980,
    height: 552,
  }

  it('puts the slide beside the application, which waits unseen', () => {
    const page = addSnapshot(html, snapshot, 'early()')
    expect(page).toContain(
      '<div id="app" inert></div>\n<div id="lectern-prerendered"><div>$& slide</div></div>',
    )
    expect(page).toContain('<html lang="en" data-lectern-scheme="auto">')
    expect(page).toContain('<script>early()</script>')
    expect(page).toContain('<body style="--x:&quot;1&quot;">')
  })
})
