// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { openFoundTabs } from '../../../client/search/open-found-tabs.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

/** Draws a slide with a group of code as Slidev does. Returns the names of the tabs that are clicked. */
function drawGroup(codes: Readonly<Record<string, string>>): string[] {
  const clicked: string[] = []
  const names = Object.keys(codes)
  document.body.innerHTML = `<div class="slidev-code-group">
    ${names.map((name) => `<div class="slidev-code-tab">${name}</div>`).join('')}
    <div class="slidev-code-group-blocks">${names
      .map(
        (name, at) =>
          `<div class="slidev-code-wrapper ${at === 0 ? 'active' : ''}" data-title="${name}">
            <pre><code>${codes[name]}</code></pre></div>`,
      )
      .join('')}</div></div>`
  for (const tab of document.querySelectorAll('.slidev-code-tab')) {
    tab.addEventListener('click', () => clicked.push(tab.textContent))
  }
  return clicked
}

describe('a group of code', () => {
  it.each([
    ['opens the tab with the words', ['sqrt'], ['cpp']],
    ['stays where its open tab has as many of them', ['import'], []],
    ['stays where the words are elsewhere', ['volcano'], []],
  ])('%s', (_, terms, expected) => {
    const clicked = drawGroup({ python: 'import numpy', cpp: 'import std; sqrt(2)' })
    openFoundTabs(document.body, terms)
    expect(clicked).toEqual(expected)
  })
})
