import { parseArgs } from 'node:util'

import { defaultOutput } from '../tools/export.ts'
import { writeHandout } from '../tools/handout.ts'
import { loadDeck } from '../tools/slide-model.ts'
import { runCommand, writeUnderProgress } from './command.ts'

const USAGE = `Usage: npm run handout [-- DECK.md] [-- OPTIONS]

  --notes-only    the notes without the slides
  --output FILE   where to write; out/NAME-handout.pdf or out/NAME-notes.pdf unless it is said
  --slides 3-7    only these slides, for example 3-7 or 1,4-6
  --dark          the slides in dark mode, on white paper
  --site FOLDER   prints from a deck already built with its notes`

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'notes-only': { type: 'boolean', default: false },
      output: { type: 'string' },
      slides: { type: 'string' },
      dark: { type: 'boolean', default: false },
      site: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const isNotesOnly = values['notes-only']
  const deck = await loadDeck(positionals[0] ?? 'slides.md')
  const output = values.output ?? defaultOutput(deck, isNotesOnly ? '-notes.pdf' : '-handout.pdf')
  await writeUnderProgress(output, async (progress) =>
    writeHandout(
      { deck, site: values.site, progress, log: console.warn },
      { slides: values.slides, isDark: values.dark, isNotesOnly, output },
    ),
  )
})
