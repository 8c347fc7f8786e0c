import { createServer } from 'node:http'

import sirv from 'sirv'

/** A running static server. */
export interface StaticServer {
  /** Address with a trailing slash, such as `http://127.0.0.1:40123/`. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a built deck on a free port of this machine. As on a real host, unknown paths give
 * `index.html`, so that `/12` opens slide 12.
 *
 * @param folder - The built deck.
 */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const serve = sirv(folder, { single: true, etag: true })
  const server = createServer((request, response) => {
    serve(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('The static server has no port.')
  }
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
