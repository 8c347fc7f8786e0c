import { createServer } from 'node:http'
import type { Server } from 'node:http'

import sirv from 'sirv'

import { encodePath } from '../deck/encode-path.ts'
import { readPort } from './listening-port.ts'

/** A running static server. */
export interface StaticServer {
  /** Address with a trailing slash, such as `http://127.0.0.1:40123/` or `…/talks/x/`. */
  url: string
  close: () => Promise<void>
}

/** Options for serving a folder. */
export interface ServeOptions {
  /**
   * Path the folder is served under, with a slash on both ends.
   *
   * @default '/'
   */
  base?: string
  /** @default a free one */
  port?: number
  /** Returns further headers for a file. */
  headersOf?: (path: string) => Readonly<Record<string, string>>
}

/**
 * Serves a built deck to this machine. As on a real host, `/12` returns `12.html`, and unknown paths return
 * `404.html`, the deck without a slide.
 *
 * @param folder - The built deck.
 * @throws {Error} when the port is in use.
 */
export async function serveFolder(
  folder: string,
  { base = '/', port = 0, headersOf }: ServeOptions = {},
): Promise<StaticServer> {
  const root = encodePath(base)
  const serve = sirv(folder, {
    single: '404.html',
    etag: true,
    // Reads the folder for each request, because the deck may be built again while it is served.
    dev: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersOf?.(path) ?? {})) {
        response.setHeader(name, toHeaderValue(value))
      }
    },
  })
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.statusCode = 404
      response.end()
    }
    const path = request.url ?? '/'
    if (!path.startsWith(root)) {
      notFound()
      return
    }
    request.url = path.slice(root.length - 1)
    serve(request, response, notFound)
  })
  const taken = await listen(server, port)
  return {
    url: `http://127.0.0.1:${taken}${root}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/**
 * Returns the value of a header as Node takes it, a character for each byte: those of UTF-8, with a space in place of
 * each control character, which Node refuses.
 */
function toHeaderValue(text: string): string {
  return Buffer.from(text.replaceAll(/\p{Cc}/gu, ' ')).toString('latin1')
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? new Error(`Port ${port} is in use. Name another one with --port ${port + 1}.`)
          : error,
      )
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return readPort(server)
}
