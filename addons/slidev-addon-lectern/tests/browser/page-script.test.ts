import { runInNewContext } from 'node:vm'

import { describe, expect, it } from 'vitest'

import { readPageScript } from '../../browser/page-script.ts'

describe('the script of inspected pages', () => {
  it('has the functions of the page as one global', async () => {
    const window: Record<string, object> = {}
    runInNewContext(await readPageScript('page'), { window })
    expect(Object.keys(window)).toEqual(['lecternPage'])
    expect(Object.keys(window['lecternPage'] ?? {})).toEqual(
      expect.arrayContaining(['inspectSlide', 'readDrawing', 'walkSlides']),
    )
  })
})

describe('a script in the head of a page', () => {
  it.each(['early-script', 'snapshot-script'] as const)(
    'is short and fits in a tag: %s',
    async (name) => {
      const script = await readPageScript(name)
      expect(script.length).toBeLessThan(4000)
      expect(script).not.toMatch(/<\/script|\n/)
    },
  )

  it('is the same for all who ask', async () => {
    expect(await readPageScript('early-script')).toBe(await readPageScript('early-script'))
  })
})
