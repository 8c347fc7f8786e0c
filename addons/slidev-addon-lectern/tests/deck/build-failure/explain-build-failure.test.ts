import { existsSync, readFileSync, rmSync } from 'node:fs'

import { expect, it, onTestFinished } from 'vitest'

import { BuildError, findReason } from '../../../deck/build-failure/build-error.ts'
import { explainBuildFailure } from '../../../deck/build-failure/explain-build-failure.ts'
import { describeExplanation } from '../../../deck/explanation.ts'
import { writeDeck } from '../../harness/decks.ts'
import { RECORDED } from './outputs.ts'

it.each(RECORDED)('explains $what', async ({ slides, output, explained }) => {
  const deck = await writeDeck(slides)
  const printed = output.replaceAll('FOLDER', deck.folder)
  const lines = explainBuildFailure(deck, printed).map(describeExplanation)
  expect(lines.map((line) => line.replace(/ Expected .*/, ''))).toEqual(
    explained.map((line) => line.replaceAll('FOLDER', deck.folder)),
  )
})

it('names a slide’s number, and no file that only has an odd name', async () => {
  const deck = await writeDeck('# One\n\n---\n\n# Two\n\n<div>\n', { '50% done #1.md': '# Odd\n' })
  const output = `[plugin vite:vue] ${deck.folder}/slides.md__slidev_2.md:4:1\nRolldownError: Element is missing end tag.`
  expect(explainBuildFailure(deck, output)).toMatchObject([
    { slide: 2, file: 'slides.md', line: 7 },
  ])
})

it.each([
  ['Error: no', 'Error: no'],
  [
    '[PLUGIN_TIMINGS] slow\nBuild failed with 1 error:\n\n[plugin vite:build-html]\nRolldownError: Names must be strings.',
    'RolldownError: Names must be strings',
  ],
  [
    '[COMMONJS] a warning\nTypeError: x is no function\n    at y (/z.js:1:2)',
    'TypeError: x is no function',
  ],
  [
    "node:internal/modules\nError [ERR_X]: Package subpath './lib' is not defined.\n    at y (/z.js:1:2)\n\nNode.js v20.20.2",
    "Error [ERR_X]: Package subpath './lib' is not defined",
  ],
  ['fine\nkilled\n}\n', 'killed'],
  ['', 'Slidev ended without a word'],
])('finds in %j the reason %j', (output, reason) => {
  expect(findReason(output)).toBe(reason)
})

it('tells an unknown failure in one line, and keeps the whole output', async () => {
  const deck = await writeDeck('# One\n')
  const output = `vite v8\n\nSomething: odd\nTypeError: x is no function\n${'    at y (/z.js:1:2)\n'.repeat(40)}{ code: 1 }\n`
  const { message } = new BuildError(deck, output)
  const [, log = ''] = / whole output is in (.+)\.$/.exec(message) ?? []
  onTestFinished(() => rmSync(log, { force: true }))
  expect(message).toBe(
    `slides.md does not build: TypeError: x is no function. Slidev's whole output is in ${log}.`,
  )
  expect(existsSync(log) && readFileSync(log, 'utf8')).toBe(output)
})
