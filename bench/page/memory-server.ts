import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { readPort } from '../../addons/slidev-addon-lectern/browser/listening-port.ts'
import type { StaticServer } from '../../addons/slidev-addon-lectern/browser/static-server.ts'
import { decodePath } from '../../addons/slidev-addon-lectern/deck/decode-path.ts'

/** Media types by extension. */
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

const COMPRESSED_TYPES_RE = /^(?:text\/|application\/json|image\/svg|font\/ttf)/

/** A file with its headers, compressed where that makes it smaller. */
interface ServedFile {
  headers: Record<string, string | number>
  body: Buffer
}

/**
 * Serves a built deck from memory over HTTP/1.1. Files are compressed beforehand, with gzip at its highest level,
 * so that no load waits for reading or compressing. `/12` gives `12.html` where there is one, else `index.html`.
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

function chooseFile(files: ReadonlyMap<string, ServedFile>, path: string): ServedFile | undefined {
  const named = path.replace(/\/$/, '/index.html')
  return (
    files.get(named) ??
    files.get(`${named}.html`) ??
    (extname(named) === '' ? files.get('/index.html') : undefined)
  )
}

function readFiles(folder: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      const address = path.slice(folder.length).replaceAll('\\', '/')
      files.set(address, toServedFile(readFileSync(path), extname(entry.name).toLowerCase()))
    }
  }
  return files
}

function toServedFile(content: Buffer, extension: string): ServedFile {
  const type = TYPES[extension] ?? 'application/octet-stream'
  const compressed = COMPRESSED_TYPES_RE.test(type) ? gzipSync(content, { level: 9 }) : content
  const isCompressed = compressed.length < content.length
  const body = isCompressed ? compressed : content
  return {
    headers: {
      'Content-Type': type,
      'Content-Length': body.length,
      ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}),
    },
    body,
  }
}
