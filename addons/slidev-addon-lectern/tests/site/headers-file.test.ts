import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it, vi } from 'vitest'

import { addHeadersFile, parseHeaders, readSiteHeaders } from '../../site/headers-file.ts'
import { createSiteHeaders } from '../../site/headers.ts'
import { writeFolder } from '../harness/decks.ts'

const BASE = '/talks/x/'
const EMBED = ['https://wiki.example']

it('is written for a deck that others may embed, and only for that', async () => {
  const [plain, embedded] = [writeFolder({}), writeFolder({})]
  const log = vi.fn<(line: string) => void>()
  addHeadersFile(plain, BASE, [], log)
  expect(existsSync(join(plain, '_headers'))).toBe(false)
  expect(log).not.toHaveBeenCalled()

  addHeadersFile(embedded, BASE, EMBED, log)
  expect(log.mock.calls.flat()).toEqual([
    expect.stringContaining(`set $embedders "'self' https://wiki.example";`),
  ])
  // Nothing else, which would keep what the deck loads from other hosts from being loaded.
  expect(readFileSync(join(embedded, '_headers'), 'utf8')).toBe(
    "/talks/x/*\n  Content-Security-Policy: frame-ancestors 'self' https://wiki.example\n",
  )
})

it('is what the preview serves, for the paths of the site alone', async () => {
  const site = writeFolder({})
  addHeadersFile(site, BASE, EMBED, () => {})
  const [served, wanted] = [await readSiteHeaders(site, BASE), await createSiteHeaders(EMBED)]
  for (const path of ['/', '/12.html', '/assets/index-x.js']) {
    expect(served(path)).toEqual(wanted(path))
  }
  const written = parseHeaders(readFileSync(join(site, '_headers'), 'utf8'))
  expect(written('/talks/y/')).toEqual({})
})

it.each([
  ['content-security-policy: frame-ancestors *', 'frame-ancestors *'],
  [
    'Content-Security-Policy: frame-ancestors https://$&.example;',
    'frame-ancestors https://$&.example',
  ],
  ['Content-Security-Policy:', "frame-ancestors 'self'"],
  ['Content-Security-Policy: ;', "frame-ancestors 'self'"],
])('changes who may embed the preview: %s', async (line, embedders) => {
  const site = writeFolder({ _headers: `/*\n  ${line}\n` })
  const [served, common] = [await readSiteHeaders(site, '/'), await createSiteHeaders()]
  const policy = common('/')['Content-Security-Policy'] ?? ''
  expect(served('/')).toEqual({
    ...common('/'),
    'Content-Security-Policy': policy.replace("frame-ancestors 'self'", () => embedders),
  })
})

it('replaces headers of the preview in any case', async () => {
  const lines = "content-security-policy: default-src 'self'\n  referrer-policy: origin"
  const served = await readSiteHeaders(writeFolder({ _headers: `/*\n  ${lines}\n` }), '/')
  expect(served('/')).toEqual({
    ...(await createSiteHeaders())('/'),
    'Content-Security-Policy': "default-src 'self'",
    'Referrer-Policy': 'origin',
  })
})

it('stays as its author wrote it, and says so', async () => {
  const own =
    '# ours\r\n/*\r\n  X-Frame-Options: DENY\r\n/print/:year\r\n  Cache-Control: no-store\r\n'
  const site = writeFolder({ _headers: own })
  const log = vi.fn<(line: string) => void>()
  addHeadersFile(site, '/', EMBED, log)
  expect(readFileSync(join(site, '_headers'), 'utf8')).toBe(own)
  expect(log.mock.calls.flat()[0]).toMatch(
    /^public\/_headers stays as it is.*"frame-ancestors 'self' https:\/\/wiki\.example"/,
  )
  const served = await readSiteHeaders(site, '/')
  expect(served('/print/2024')).toMatchObject({
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  expect(served('/print/2024/1')['Cache-Control']).toBe('no-cache')
})
