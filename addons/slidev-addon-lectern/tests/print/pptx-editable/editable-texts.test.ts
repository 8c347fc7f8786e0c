import { expect, it } from 'vitest'

import { GAP_START } from '../../../page/print/editable-texts.ts'
import { withoutGaps, writeTexts } from '../../../print/pptx-editable/editable-texts.ts'

function gapOf(widthPx: number): string {
  return String.fromCodePoint(GAP_START + widthPx)
}

function runOf(text: string, attributes = 'lang="en-US" sz="1500" spc="-34" kern="0"'): string {
  return `<a:r><a:rPr ${attributes}><a:latin typeface="Inter"/></a:rPr><a:t>${text}</a:t></a:r>`
}

it('makes a space as wide as the formula of a character that stands for it', () => {
  // 60 px are 45 points, of which a space of 15 points takes 4.2.
  expect(writeTexts(`${runOf('using ')}${runOf(gapOf(60))}${runOf(' FLOPs')}`)).toBe(
    `${runOf('using ')}${runOf('\u00A0', 'lang="en-US" sz="1500" spc="4080"')}${runOf(' FLOPs')}`,
  )
})

it('makes no space narrower than it is', () => {
  expect(writeTexts(runOf(gapOf(2)))).toContain('spc="0"')
})

it('leaves no such character elsewhere, and no other one out', () => {
  expect(writeTexts(`<a:t>a${gapOf(9)}b</a:t>`)).toBe('<a:t>ab</a:t>')
  expect(withoutGaps(`${gapOf(0)}字 😀 \uE000${gapOf(65_520)}`)).toBe('字 😀 \uE000')
})

it('indents code by the spaces that the page has as no-break spaces', () => {
  expect(writeTexts(`${runOf('\u00A0\u00A0if x\u00A0')}${runOf('\u00A0')}`)).toBe(
    `${runOf('  if x\u00A0')}${runOf(' ')}`,
  )
})
