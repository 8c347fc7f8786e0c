import { once } from 'node:events'
import { createServer } from 'node:http'

import getPort from 'get-port'
import sirv from 'sirv'

import type { StaticServer } from '../../browser/static-server.ts'

/**
 * Serves a folder as a plain file server does: a path that is no file is not found.
 *
 * @param base - Path it is served under, with a slash on both ends.
 */
export async function servePlainly(path: string, base: string): Promise<StaticServer> {
  const port = await getPort()
  const files = sirv(path)
  const server = createServer((request, response) => {
    request.url = request.url?.slice(base.length - 1)
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
