import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'

import { describe, expect, it, onTestFinished } from 'vitest'

import { writeFolder } from '../../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { serveFromMemory } from '../../page/memory-server.ts'

const SCRIPT = 'export const deck = 1\n'.repeat(100)

/** Requests an address; returns the response and the size of its body as sent. */
async function ask(url: string): Promise<{ answer: IncomingMessage; bytes: number }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, resolve).once('error', reject).end()
  })
  let bytes = 0
  for await (const chunk of answer) {
    bytes += Buffer.byteLength(chunk)
  }
  return { answer, bytes }
}

async function serve(files: Readonly<Record<string, string>>): Promise<string> {
  const server = await serveFromMemory(writeFolder(files))
  onTestFinished(server.close)
  return server.url
}

describe('a deck served from memory', () => {
  it('is compressed, with its size in the headers', async () => {
    const url = await serve({ 'index.html': '<h1>', 'assets/deck.js': SCRIPT })
    const { answer, bytes } = await ask(`${url}assets/deck.js`)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': String(bytes),
    })
    expect(bytes).toBeLessThan(SCRIPT.length / 2)
  })

  it('leaves images and small pages uncompressed', async () => {
    const image = randomBytes(500).toString('latin1')
    const url = await serve({ 'index.html': '<h1>', 'plot.png': image })
    expect((await ask(`${url}plot.png`)).answer.headers).toMatchObject({
      'content-type': 'image/png',
    })
    expect((await ask(url)).answer.headers['content-encoding']).toBeUndefined()
  })

  it.each([
    ['', 'index'],
    ['12', 'twelve'],
    ['13', 'index'],
    ['12?print', 'twelve'],
  ])('answers /%s with the page of that slide, or the first', async (path, text) => {
    const url = await serve({ 'index.html': 'index', '12.html': 'twelve' })
    expect(await (await fetch(url + path)).text()).toBe(text)
  })

  it('answers 404 for a missing file', async () => {
    const url = await serve({ 'index.html': 'index' })
    expect((await ask(`${url}missing.png`)).answer.statusCode).toBe(404)
  })
})
