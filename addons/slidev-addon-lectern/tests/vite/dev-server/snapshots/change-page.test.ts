import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'

import { describe, expect, it, onTestFinished } from 'vitest'

import { readPort } from '../../../../browser/listening-port.ts'
import { changePage } from '../../../../vite/dev-server/snapshots/change-page.ts'

const PAGE = '<body>Größe <div id="app"></div></body>'
const CHANGED = '<body>Größe <div id="app">Größe</div></body>'

/** Sends a response whose page is changed, and returns what arrives. */
async function answer(
  respond: (response: ServerResponse) => void,
): Promise<{ text: string; length: string | null }> {
  const server = createServer((_, response) => {
    changePage(response, (html) => html.replace('"></div>', '">Größe</div>'))
    respond(response)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => void server.close())
  const answered = await fetch(`http://127.0.0.1:${readPort(server)}/`)
  return { text: await answered.text(), length: answered.headers.get('content-length') }
}

describe('the page of the application', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['a text', (response) => response.end(PAGE)],
    ['a text with its encoding', (response) => response.end(PAGE, 'utf8')],
    [
      'a text in another encoding',
      (response) => response.end(Buffer.from(PAGE).toString('base64'), 'base64'),
    ],
    ['bytes', (response) => response.end(Buffer.from(PAGE))],
    ['plain bytes', (response) => response.end(new TextEncoder().encode(PAGE))],
  ])('is changed where it comes as %s', async (_, respond) => {
    expect((await answer(respond)).text).toBe(CHANGED)
  })

  it('has the length it says', async () => {
    const { text, length } = await answer((response) => {
      response.setHeader('Content-Length', Buffer.byteLength(PAGE))
      response.end(PAGE)
    })
    expect(text).toBe(CHANGED)
    expect(length).toBe(String(Buffer.byteLength(CHANGED)))
  })

  it('stays as it is where its head was sent before', async () => {
    const { text } = await answer((response) => {
      response.writeHead(200, { 'Content-Length': Buffer.byteLength(PAGE) })
      response.end(PAGE)
    })
    expect(text).toBe(PAGE)
  })
})

describe('the end of a response', () => {
  it.each<[string, (response: ServerResponse, done: () => void) => void, string]>([
    ['a page', (response, done) => response.end(PAGE, done), CHANGED],
    ['a page in an encoding', (response, done) => response.end(PAGE, 'utf8', done), CHANGED],
    ['another content', (response, done) => response.end('text', 'utf8', done), 'text'],
    ['nothing', (response, done) => response.end(done), ''],
  ])('is told to whoever waits for it: with %s', async (_, respond, expected) => {
    let isTold = (): void => {}
    const told = new Promise<void>((resolve) => {
      isTold = resolve
    })
    expect((await answer((response) => respond(response, isTold))).text).toBe(expected)
    await told
  })

  it('keeps the encoding of another content', async () => {
    expect((await answer((response) => response.end('6869', 'hex'))).text).toBe('hi')
    expect((await answer((response) => response.end())).text).toBe('')
  })
})
