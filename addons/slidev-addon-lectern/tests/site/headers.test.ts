import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { createSecurityPolicy, createSiteHeaders } from '../../site/headers.ts'

const RECIPE = readFileSync(join(import.meta.dirname, '../../recipes/nginx.conf'), 'utf8')

describe('the headers of a site', () => {
  it('are those of the recipe for nginx', async () => {
    const headersOf = await createSiteHeaders()
    for (const [name, value] of Object.entries(headersOf('/assets/index-x.js'))) {
      expect(RECIPE).toContain(name === 'Cache-Control' ? `"${value}"` : name)
    }
    expect(RECIPE).toContain(`Content-Security-Policy "${await createSecurityPolicy()}" always;`)
  })

  it('let a browser keep files whose name changes with their content, and no others', async () => {
    const headersOf = await createSiteHeaders()
    expect(headersOf('/assets/index-x.js')['Cache-Control']).toContain('immutable')
    expect(headersOf('/12.html')['Cache-Control']).toBe('no-cache')
  })
})
