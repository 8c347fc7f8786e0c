import { parseArgs } from 'node:util'

import { readSiteBase } from '../tools/built-site.ts'
import { siteHeadersOf } from '../tools/site-headers.ts'
import { serveFolder } from '../tools/static-server.ts'
import { runCommand } from './command.ts'

const USAGE = `Usage: npm run preview [-- OPTIONS]

Serves the built deck as the recipes do, until Ctrl+C.

  --out FOLDER   the folder that was built; dist unless it is said
  --port 4173    the port to listen on`

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4173' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port. Name a number such as 4173.`)
  }
  const base = readSiteBase(values.out)
  const { url } = await serveFolder(values.out, { base, port, headersOf: siteHeadersOf })
  console.log(`${values.out} is served at ${url} (Ctrl+C ends)`)
})
