import { parseArgs } from 'node:util'

import { createProgress } from '../tools/progress.ts'
import { publishSite, toBase, toSiteUrl } from '../tools/publish.ts'
import { runCommand } from './command.ts'

const USAGE = `Usage: npm run build [-- DECK.md] [-- OPTIONS]

Builds the site for everybody: without notes and presenter mode.

  --speaker            with notes and presenter mode
  --base /talks/x/     the path it is served under
  --url https://…/x/   the full address it is published at, instead of --base: for link previews
  --router hash        for file servers that do not answer /12 with the page
  --with-pdf           with the PDF and a button to download it
  --out FOLDER         where to write; dist unless it is said`

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      speaker: { type: 'boolean', default: false },
      base: { type: 'string' },
      url: { type: 'string' },
      router: { type: 'string' },
      'with-pdf': { type: 'boolean', default: false },
      out: { type: 'string', default: 'dist' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  if (values.router !== undefined && !['history', 'hash'].includes(values.router)) {
    throw new Error(`--router ${values.router} is not known. Name history or hash.`)
  }
  const url = values.url === undefined ? undefined : toSiteUrl(values.url)
  const base = url?.pathname ?? toBase(values.base ?? '/')
  const progress = createProgress()
  try {
    const { slides } = await publishSite(
      positionals[0] ?? 'slides.md',
      {
        out: values.out,
        base,
        url: url?.href,
        router: values.router,
        isSpeaker: values.speaker,
        hasPdf: values['with-pdf'],
      },
      progress,
      console.warn,
    )
    progress.stop()
    const kind = values.speaker ? 'with notes and presenter mode' : 'without notes'
    console.log(`${values.out}: ${slides.length} slides, ${kind}, to be served under ${base}`)
  } finally {
    progress.stop()
  }
})
