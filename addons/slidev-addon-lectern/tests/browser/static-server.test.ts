import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { serveFolder } from '../../browser/static-server.ts'
import type { StaticServer } from '../../browser/static-server.ts'

const root = mkdtempSync(join(tmpdir(), 'static-server-'))
const running: StaticServer[] = []

beforeAll(() => {
  for (const deck of ['first', 'second']) {
    mkdirSync(join(root, deck, 'assets'), { recursive: true })
    writeFileSync(join(root, deck, 'index.html'), `<title>${deck}</title>`)
    writeFileSync(join(root, deck, '404.html'), `<title>${deck} without a slide</title>`)
    writeFileSync(join(root, deck, '18.html'), `<title>${deck}, slide 18</title>`)
    writeFileSync(join(root, deck, 'assets/deck.js'), `export const deck = '${deck}'`)
  }
  writeFileSync(join(root, 'secret.txt'), 'outside')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

async function serve(deck: string): Promise<string> {
  const server = await serveFolder(join(root, deck))
  running.push(server)
  return server.url
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  return `${response.status} ${await response.text()}`
}

describe('serveFolder', () => {
  it('serves a file with its type', async () => {
    const response = await fetch(`${await serve('first')}assets/deck.js`)
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(await response.text()).toBe("export const deck = 'first'")
  })

  it.each([
    ['', 'first'],
    ['18', 'first, slide 18'],
    ['12', 'first without a slide'],
    ['presenter/12', 'first without a slide'],
    ['print?range=1', 'first without a slide'],
  ])('opens the deck at /%s: %s', async (path, title) => {
    expect(await fetchText(`${await serve('first')}${path}`)).toBe(`200 <title>${title}</title>`)
  })

  it('has no page in place of a missing asset', async () => {
    expect(await fetchText(`${await serve('first')}assets/missing.js`)).toBe('404 ')
  })

  it('serves nothing outside the folder', async () => {
    const url = await serve('first')
    expect(await fetchText(`${url}..%2fsecret.txt`)).not.toContain('outside')
  })

  it('serves two decks at once', async () => {
    const [first, second] = [await serve('first'), await serve('second')]
    expect(await fetchText(first)).toBe('200 <title>first</title>')
    expect(await fetchText(second)).toBe('200 <title>second</title>')
  })

  it('serves a deck under its path, and nothing beside it', async () => {
    const server = await serveFolder(join(root, 'first'), { base: '/talks/x/' })
    running.push(server)
    const { origin, pathname } = new URL(server.url)
    expect(pathname).toBe('/talks/x/')
    expect(await fetchText(`${server.url}18`)).toBe('200 <title>first, slide 18</title>')
    expect(await fetchText(`${server.url}assets/deck.js`)).toContain("'first'")
    expect(await fetchText(`${origin}/12`)).toBe('404 ')
  })

  it.each(['/talks/ü x/', '/talks/%C3%BC%20x/'])('serves a deck under %s', async (base) => {
    const server = await serveFolder(join(root, 'first'), { base })
    running.push(server)
    expect(new URL(server.url).pathname).toBe('/talks/%C3%BC%20x/')
    expect(await fetchText(`${server.url}18`)).toBe('200 <title>first, slide 18</title>')
  })

  it('serves what a later build has put there', async () => {
    const url = await serve('second')
    expect(await fetchText(`${url}assets/later.js`)).toBe('404 ')
    writeFileSync(join(root, 'second/assets/later.js'), 'export {}')
    expect(await fetchText(`${url}assets/later.js`)).toBe('200 export {}')
  })

  it('adds headers by the file’s path', async () => {
    const server = await serveFolder(join(root, 'first'), {
      headersOf: (path) => ({ 'X-Path': path }),
    })
    running.push(server)
    const response = await fetch(`${server.url}assets/deck.js`)
    expect(response.headers.get('x-path')).toBe('/assets/deck.js')
  })

  it('sends headers in UTF-8, without the characters that would end them', async () => {
    const server = await serveFolder(join(root, 'first'), {
      headersOf: () => ({ 'X-Talk': 'Größe → 模型\u0000\n!' }),
    })
    running.push(server)
    const response = await fetch(`${server.url}18`)
    const bytes = Buffer.from(response.headers.get('x-talk') ?? '', 'latin1')
    expect(bytes.toString()).toBe('Größe → 模型  !')
  })

  it('says what to do when its port is in use', async () => {
    const port = Number(new URL(await serve('first')).port)
    await expect(serveFolder(join(root, 'second'), { port })).rejects.toThrow(
      `Port ${port} is in use. Name another one with --port`,
    )
  })

  it('is not reached at another address of the machine', async () => {
    const url = await serve('first')
    const other = url.replace('127.0.0.1', '127.0.0.2')
    await expect(fetch(other, { signal: AbortSignal.timeout(2000) })).rejects.toThrow(/./)
  })

  it('closes though a client is in the middle of a request, and answers no more', async () => {
    const server = await serveFolder(join(root, 'first'))
    const client = connect(Number(new URL(server.url).port), '127.0.0.1')
    const ended = once(client, 'close')
    client.on('error', () => {})
    await once(client, 'connect')
    client.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n')
    await fetchText(server.url)
    await server.close()
    await ended
    await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  })
})
