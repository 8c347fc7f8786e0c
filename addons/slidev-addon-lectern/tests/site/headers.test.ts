import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { NGINX_VARIABLE } from '../../site/headers-file.ts'
import { createSecurityPolicy, createSiteHeaders, nameEmbedders } from '../../site/headers.ts'

const RECIPE = readFileSync(join(import.meta.dirname, '../../recipes/nginx.conf'), 'utf8')

describe('the headers of a site', () => {
  it('are those of the recipe for nginx', async () => {
    const headersOf = await createSiteHeaders()
    for (const [name, value] of Object.entries(headersOf('/assets/index-x.js'))) {
      expect(RECIPE).toContain(name === 'Cache-Control' ? `"${value}"` : name)
    }
    const policy = await createSecurityPolicy(NGINX_VARIABLE)
    expect(RECIPE).toContain(`Content-Security-Policy "${policy}" always;`)
    expect(RECIPE).toContain(`set ${NGINX_VARIABLE} "${nameEmbedders([])}";`)
  })

  it.each([
    [[], "'self'"],
    [
      ['https://wiki.example', 'http://lab.example:8080'],
      "'self' https://wiki.example http://lab.example:8080",
    ],
    [['*'], '*'],
  ])('let the sites in %j embed the deck', async (embed, expected) => {
    const headersOf = await createSiteHeaders(embed)
    const { 'Content-Security-Policy': policy = '' } = headersOf('/12.html')
    expect(/frame-ancestors ([^;]*);/.exec(policy)?.[1]).toBe(expected)
  })

  it('let a browser keep files whose name changes with their content, and no others', async () => {
    const headersOf = await createSiteHeaders()
    expect(headersOf('/assets/index-x.js')['Cache-Control']).toContain('immutable')
    expect(headersOf('/12.html')['Cache-Control']).toBe('no-cache')
  })
})
