import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readPort } from '../../../browser/listening-port.ts'
import { describeDeadAddress, findDeadAddresses } from '../../../checks/links/dead-addresses.ts'

/** Statuses by path and method. HEAD has that of GET unless it has its own. */
const ANSWERS: Record<string, { GET: number; HEAD?: number }> = {
  '/page': { GET: 200 },
  '/moved': { GET: 301 },
  '/gone': { GET: 404 },
  '/broken': { GET: 500 },
  '/get-only': { GET: 200, HEAD: 405 },
  '/get-gone': { GET: 404, HEAD: 405 },
  '/private': { GET: 401 },
  '/forbidden': { GET: 403 },
  '/busy': { GET: 429 },
  '/linked-in': { GET: 999 },
}

let server: Server
let site: string
let asked: string[]

beforeEach(async () => {
  asked = []
  server = createServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`)
    const answer = ANSWERS[url]
    const status = (method === 'HEAD' ? answer?.HEAD : undefined) ?? answer?.GET ?? 404
    response.writeHead(status, { location: '/page' }).end('a page')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  site = `http://127.0.0.1:${readPort(server)}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

describe('an address', () => {
  it.each(['/page', '/moved', '/get-only', '/private', '/forbidden', '/busy', '/linked-in'])(
    'is not dead that answers like %s',
    async (path) => {
      expect(await findDeadAddresses([`${site}${path}`])).toEqual(new Map())
    },
  )

  it.each([
    ['/gone', 'answers 404'],
    ['/broken', 'answers 500'],
    ['/get-gone', 'answers 404'],
  ])('is dead if it answers like %s: it %s', async (path, problem) => {
    expect(await findDeadAddresses([`${site}${path}`])).toEqual(
      new Map([[`${site}${path}`, problem]]),
    )
  })

  it('is dead if no server listens, with the reason', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    other.close()
    await once(other, 'close')
    const url = `http://127.0.0.1:${port}/`
    expect(await findDeadAddresses([url])).toEqual(
      new Map([[url, `does not answer (connect ECONNREFUSED 127.0.0.1:${port})`]]),
    )
  })

  it('is requested once, and with GET only if HEAD fails', async () => {
    const urls = ['/page', '/gone', '/page', '/get-only', '/page'].map((path) => `${site}${path}`)
    expect([...(await findDeadAddresses(urls)).keys()]).toEqual([`${site}/gone`])
    expect(asked.toSorted()).toEqual([
      'GET /get-only',
      'GET /gone',
      'HEAD /get-only',
      'HEAD /gone',
      'HEAD /page',
    ])
  })

  it('is found among more addresses than are requested at a time', async () => {
    const urls = Array.from({ length: 40 }, (_, index) => `${site}/none-${index}`)
    expect([...(await findDeadAddresses([...urls, `${site}/page`])).keys()].toSorted()).toEqual(
      urls.toSorted(),
    )
  })
})

it('requests nothing without addresses', async () => {
  expect(await findDeadAddresses([])).toEqual(new Map())
  expect(asked).toEqual([])
})

describe('the observation of a dead address', () => {
  it.each([
    ['its text', 'the paper', { text: 'the paper', nth: 1 }, '"the paper"'],
    [
      'its address where it has no text',
      '',
      { reference: 'https://example.com/x', nth: 1 },
      '"https://example.com/x"',
    ],
  ])('names the link by %s', (_what, text, hint, name) => {
    const link = { href: 'https://example.com/x', url: 'https://example.com/x', text, nth: 1 }
    expect(describeDeadAddress(link, 'answers 404')).toEqual({
      hint,
      seen: `the link ${name} to https://example.com/x answers 404`,
      expected: 'an address that answers with a page',
      fix: 'Open the address in a browser, then correct or remove the link.',
    })
  })
})
