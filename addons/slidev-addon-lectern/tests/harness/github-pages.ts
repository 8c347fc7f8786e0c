import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import sirv from 'sirv'

import { readPort } from '../../browser/listening-port.ts'
import type { StaticServer } from '../../browser/static-server.ts'

/**
 * Serves a site as GitHub Pages does: its files, or 404.html with status 404.
 *
 * @param base - Path it is served under, with a slash on both ends.
 */
export async function servePages(path: string, base: string): Promise<StaticServer> {
  const files = sirv(path, { etag: true })
  const server = createServer((request, response) => {
    request.url = request.url?.slice(base.length - 1)
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html' })
      response.end(readFileSync(join(path, '404.html')))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${readPort(server)}${base}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
