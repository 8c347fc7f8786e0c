import { describe, expect, it } from 'vitest'

import { createNetworkLog } from '../../page/network-log.ts'
import type { NetworkLog } from '../../page/network-log.ts'

const ORIGIN = 'http://127.0.0.1:4000'

/** Logs a page of 1000 decompressed bytes in two halves, 310 bytes as sent, between seconds 1 and 4. */
function logPage(): NetworkLog {
  const log = createNetworkLog(ORIGIN)
  log.onRequest({ requestId: 'page', timestamp: 1, request: { url: `${ORIGIN}/` } })
  log.onResponse({
    requestId: 'page',
    timestamp: 2,
    response: { mimeType: 'text/html', encodedDataLength: 110 },
  })
  log.onData({ requestId: 'page', timestamp: 2, dataLength: 500 })
  log.onData({ requestId: 'page', timestamp: 3, dataLength: 500 })
  log.onFinished({ requestId: 'page', timestamp: 4, encodedDataLength: 310 })
  return log
}

/** Adds a whole request to a log. */
function logFile(log: NetworkLog, url: string, mimeType: string, bytes: number): void {
  log.onRequest({ requestId: url, timestamp: 5, request: { url } })
  log.onResponse({ requestId: url, timestamp: 6, response: { mimeType, encodedDataLength: 100 } })
  log.onFinished({ requestId: url, timestamp: 7, encodedDataLength: bytes })
}

describe('the transfer of a page', () => {
  it('is the size of head and body as sent', () => {
    expect(logPage().sum()).toEqual({
      bytes: 310,
      requests: 1,
      scriptBytes: 0,
      foreignRequests: 0,
    })
  })

  it.each([
    [0.5, 0, 0],
    [1.5, 0, 1],
    [2.5, 210, 1],
    [3.5, 310, 1],
    [4.5, 310, 1],
  ])(
    'up to second %s is %s bytes of %s requests: an incomplete response counts in part',
    (until, bytes, requests) => {
      expect(logPage().sum(until)).toMatchObject({ bytes, requests })
    },
  )

  it('tells scripts and other hosts apart', () => {
    const log = logPage()
    logFile(log, `${ORIGIN}/deck.js`, 'text/javascript', 5000)
    log.onRequest({ requestId: 'font', timestamp: 5, request: { url: 'https://fonts.example/a' } })
    log.onFailed({ requestId: 'font', timestamp: 5 })
    expect(log.sum()).toEqual({
      bytes: 5310,
      requests: 3,
      scriptBytes: 5000,
      foreignRequests: 1,
    })
  })

  it('leaves out data URLs and responses from the cache', () => {
    const log = logPage()
    logFile(log, 'data:image/svg+xml;utf8,<svg/>', 'image/svg+xml', 500)
    log.onRequest({ requestId: 'again', timestamp: 5, request: { url: `${ORIGIN}/` } })
    log.onServedFromCache({ requestId: 'again' })
    expect(log.sum()).toMatchObject({ bytes: 310, requests: 1 })
  })

  it('counts a request as open until it is complete', () => {
    const log = logPage()
    expect(log.countOpen()).toBe(0)
    log.onRequest({ requestId: 'late', timestamp: 5, request: { url: `${ORIGIN}/late.js` } })
    expect(log.countOpen()).toBe(1)
    log.onFailed({ requestId: 'late', timestamp: 6 })
    expect(log.countOpen()).toBe(0)
  })
})
