import { once } from 'node:events'
import { createServer } from 'node:http'

import { readPort } from '../../browser/listening-port.ts'

/** A page of another site, which is taller than its window and has the deck in a frame. */
export interface Wiki {
  /** Origin of the site, such as `http://localhost:40123`; never that of a deck, which is at 127.0.0.1. */
  origin: string
  /** Chooses the address of the deck and the size of its frame. */
  embed: (address: string, style: string) => void
  close: () => Promise<void>
}

/** Starts another site on this machine. */
export async function startWiki(): Promise<Wiki> {
  let frame = ''
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `<!DOCTYPE html><title>Wiki</title><input autofocus aria-label="Search">
      <div style="height: 200px"></div>${frame}<div style="height: 3000px"></div>`,
    )
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${readPort(server)}`,
    embed: (address, style) => {
      frame = `<iframe src="${address}" title="Talk" style="${style}" allow="fullscreen"></iframe>`
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
