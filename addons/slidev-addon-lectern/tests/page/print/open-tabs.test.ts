// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'

import { openTabs } from '../../../page/print/open-tabs.ts'

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** Draws a slide with a group of code as Slidev does, whose first tab is open. */
function drawGroup(titles: readonly string[]): void {
  const tabs = titles.map((title) => {
    const name = title.replaceAll(/~[^~]+~/g, '').trim()
    return `<div class="flex"><div class="slidev-code-tab"><div> ${name} </div></div></div>`
  })
  const blocks = titles.map(
    (title, index) =>
      `<div class="slidev-code-wrapper ${index === 0 ? 'active' : ''}" data-title="${title}"
        style="${index === 0 ? '' : 'display: none'}"><pre>code of ${title}</pre></div>`,
  )
  document.body.innerHTML = `<div class="slidev-code-group">
    <div class="slidev-code-group-tabs">${tabs.join('')}</div>
    <div class="slidev-code-group-blocks">${blocks.join('')}</div></div>`
}

/** Gives the slide a height of 500 px, and content of another height. */
function setContentHeight(heightPx: number): void {
  vi.spyOn(document.body, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(document.body, 'scrollHeight', 'get').mockReturnValue(heightPx)
}

/** Returns the words that are shown. */
function readShown(element: Element = document.body): string {
  if (element instanceof HTMLElement && element.style.display === 'none') {
    return ''
  }
  return element.children.length > 0
    ? Array.from(element.children, (child) => readShown(child))
        .filter(Boolean)
        .join(', ')
    : element.textContent.trim()
}

it('prints the tabs of a group of code one below the other, each below its title', () => {
  drawGroup(['npm', 'pnpm ~i-uil:box~', 'yarn'])
  expect(openTabs(document.body, true)).toEqual([
    {
      kind: 'tab',
      hint: { reference: '[pnpm ~i-uil:box~]' },
      severity: 'hint',
      message:
        'a group of code is printed open: its tabs "pnpm" and "yarn" are below the first one',
    },
  ])
  expect(readShown()).toBe('npm, code of npm, pnpm, code of pnpm ~i-uil:box~, yarn, code of yarn')
})

it.each([
  ['that is printed smaller', true, 840],
  ['that is not', false, 510],
])(
  'leaves a group of code as it is on a slide %s without room, and names what is lost',
  (_, isFitted, heightPx) => {
    drawGroup(['npm', 'pnpm'])
    const html = document.body.innerHTML
    setContentHeight(heightPx)
    expect(openTabs(document.body, isFitted)).toMatchObject([
      {
        hint: { reference: '[pnpm]' },
        message:
          'the tab "pnpm" of a group of code is not printed, because the slide has no room for it; ' +
          'write the code without a group, on another slide',
      },
    ])
    expect(readShown()).toBe('npm, pnpm, code of npm')
    expect(document.body.innerHTML.replaceAll(/ style="[^"]*"/g, '')).toBe(
      html.replaceAll(/ style="[^"]*"/g, ''),
    )
  },
)

it('opens a group of code that makes its slide a little smaller', () => {
  drawGroup(['npm', 'pnpm'])
  setContentHeight(800)
  openTabs(document.body, true)
  expect(readShown()).toBe('npm, code of npm, pnpm, code of pnpm')
})

it.each([
  ['of one tab', (): void => drawGroup(['npm'])],
  [
    'that the step hides',
    (): void => {
      drawGroup(['npm', 'pnpm'])
      document.querySelector('.slidev-code-group')?.classList.add('slidev-vclick-hidden')
    },
  ],
])('tells nothing of a group %s', (_, draw) => {
  draw()
  expect(openTabs(document.body, true)).toEqual([])
})
