import { expect, it } from 'vitest'

import { findSlidev } from '../../../deck/find-slidev.ts'
import { loadExporter } from '../../../print/pptx-editable/slidev-exporter.ts'
import { writeFolder } from '../../harness/decks.ts'

it('is in the installed Slidev', async () => {
  expect(await loadExporter(findSlidev(import.meta.dirname))).toBeTypeOf('function')
})

it.each([
  ['none', 'export { exportSlides }'],
  [
    'one that is called in another way',
    'const exportPptxEditable = (all) => all\nexport { exportPptxEditable }',
  ],
])('of a Slidev that has %s is named, with what to do', async (_name, source) => {
  const root = writeFolder({ 'dist/pptx-x.mjs': `const exportSlides = 1\n${source}\n` })
  await expect(loadExporter({ project: root, root, version: '60.0.0' })).rejects.toThrow(
    /^Slidev 60\.0\.0 has no exporter for editable PPTX .* or give --format pptx/,
  )
})
