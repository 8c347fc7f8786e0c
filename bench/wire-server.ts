import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { readPort } from '../addons/slidev-addon-lectern/browser/listening-port.ts'
import type { StaticServer } from '../addons/slidev-addon-lectern/browser/static-server.ts'
import { decodePath } from '../addons/slidev-addon-lectern/deck/decode-path.ts'

/** Types that a browser needs to be told, by extension. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
}

const PACKED_TYPES = /^(?:text\/|application\/json|image\/svg|font\/ttf)/

/** One file as it goes over the wire. */
interface WireFile {
  headers: Record<string, string | number>
  body: Buffer
}

/**
 * Serves a built deck from memory, compressed beforehand, so that no load pays for reading or compressing:
 * HTTP/1.1, gzip at its highest level. `/12` gives `12.html` where there is one, else `index.html`.
 *
 * @param folder - The built deck.
 */
export async function serveFromMemory(folder: string): Promise<StaticServer> {
  const files = readFiles(folder)
  const server = createServer((request, response) => {
    const path = decodePath((request.url ?? '/').replace(/[?#].*$/, ''))
    const file = path === undefined ? undefined : chooseFile(files, path)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, file.headers).end(file.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${readPort(server)}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function chooseFile(files: ReadonlyMap<string, WireFile>, path: string): WireFile | undefined {
  const named = path.replace(/\/$/, '/index.html')
  return (
    files.get(named) ??
    files.get(`${named}.html`) ??
    (extname(named) === '' ? files.get('/index.html') : undefined)
  )
}

function readFiles(folder: string): Map<string, WireFile> {
  const files = new Map<string, WireFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      const address = path.slice(folder.length).replaceAll('\\', '/')
      files.set(address, toWireFile(readFileSync(path), extname(entry.name).toLowerCase()))
    }
  }
  return files
}

function toWireFile(content: Buffer, extension: string): WireFile {
  const type = TYPES[extension] ?? 'application/octet-stream'
  const packed = PACKED_TYPES.test(type) ? gzipSync(content, { level: 9 }) : content
  const isPacked = packed.length < content.length
  const body = isPacked ? packed : content
  return {
    headers: {
      'Content-Type': type,
      'Content-Length': body.length,
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    },
    body,
  }
}
