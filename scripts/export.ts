import { parseArgs } from 'node:util'

import { defaultOutput, exportSlides, FORMATS } from '../tools/export.ts'
import type { Format } from '../tools/export.ts'
import { loadDeck } from '../tools/slide-model.ts'
import { runCommand, writeUnderProgress } from './command.ts'

const USAGE = `Usage: npm run export [-- DECK.md] [-- OPTIONS]

  --output FILE   where to write; out/NAME.pdf unless it is said
  --slides 3-7    only these slides, for example 3-7 or 1,4-6
  --dark          in dark mode
  --clicks        every click step on a page of its own
  --format png    a picture a slide in a folder; or pptx: pictures with the notes
  --site FOLDER   prints from a deck already built`

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      output: { type: 'string' },
      slides: { type: 'string' },
      dark: { type: 'boolean', default: false },
      clicks: { type: 'boolean', default: false },
      format: { type: 'string', default: 'pdf' },
      site: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const format = readFormat(values.format)
  const deck = await loadDeck(positionals[0] ?? 'slides.md')
  const output = values.output ?? defaultOutput(deck, format === 'png' ? '' : `.${format}`)
  await writeUnderProgress(output, async (progress) =>
    exportSlides(
      { deck, site: values.site, progress, log: console.warn },
      {
        format,
        slides: values.slides,
        isDark: values.dark,
        hasEveryClick: values.clicks,
        output,
      },
    ),
  )
})

function readFormat(text: string): Format {
  const format = FORMATS.find((name) => name === text)
  if (!format) {
    throw new Error(`--format ${text} is not known. Name one of ${FORMATS.join(', ')}.`)
  }
  return format
}
