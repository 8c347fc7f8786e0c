import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { ensureBrowser } from '../../tools/browser.ts'
import { runSlidev } from '../../tools/slidev.ts'
import { readPdf } from './pdf.ts'
import type { PdfFacts } from './pdf.ts'
import { copyProject } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

let project: TemporaryFolder
let pdf: PdfFacts

beforeAll(async () => {
  project = copyProject()
  const output = join(project.path, 'deck.pdf')
  const browser = ensureBrowser(console.log)
  const args = ['export', 'slides.md', '--output', output, '--executable-path', browser]
  const { code, output: printed } = await runSlidev(args, project.path)
  if (code !== 0) {
    throw new Error(`The export ended with ${code}:\n${printed}`)
  }
  pdf = await readPdf(output)
})

afterAll(() => project.remove())

it('prints 46 pages, each with its own slide’s number', () => {
  expect(pdf.pages).toHaveLength(46)
  const numbers = pdf.pages.map((page) => /(?:^| )(\d+)(?: [A-Z][A-Za-z &]+)?$/.exec(page)?.[1])
  expect(numbers.slice(1)).toEqual(Array.from({ length: 45 }, (_, index) => String(index + 2)))
})

it('lists the slides in its outline under plain titles', () => {
  expect(pdf.outline).toHaveLength(46)
  expect(pdf.outline).toContain('Synthetic data generation: Execution feedback')
  expect(pdf.outline.join('\n')).not.toMatch(/[*{}[\]]/)
})
