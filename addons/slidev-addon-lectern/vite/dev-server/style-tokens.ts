import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { UnocssVitePluginAPI } from 'unocss/vite'
import type { Plugin } from 'vite'

import { writeFileAtomically } from '../../output/write-file.ts'

/** File in the folder of Vite's cache. */
const FILE = 'lectern-style-tokens.json'

/** Wait for more tokens before they are written, in ms. */
const WRITE_AFTER_MS = 300

/** Greatest number of remembered tokens, more than any deck has; with more, tokens of deleted text add up. */
const MOST_TOKENS = 50_000

type Context = ReturnType<UnocssVitePluginAPI['getContext']>

/**
 * Remembers from one start to the next which words of the sources may be classes of UnoCSS. Otherwise UnoCSS
 * finds them as modules are loaded, and generates and sends its style sheets again after every few modules.
 */
export const rememberStyleTokens: Plugin = {
  name: 'lectern:remember-style-tokens',
  apply: 'serve',
  async configureServer({ config }) {
    const api: unknown = config.plugins.find(({ name }) => name === 'unocss:api')?.api
    if (!isUnocss(api)) {
      return
    }
    const context = api.getContext()
    await context.ready
    const path = join(config.cacheDir, FILE)
    for (const token of readTokens(path)) {
      context.tokens.add(token)
    }
    generateOnce(context)
    writeTokens(context, path)
  },
}

/**
 * Reads the tokens of an earlier start.
 *
 * @param path - File that holds them.
 */
export function readTokens(path: string): string[] {
  try {
    const tokens: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(tokens) && tokens.length <= MOST_TOKENS
      ? tokens.filter((token) => typeof token === 'string')
      : []
  } catch {
    // This is the first start, or Vite emptied its cache.
    return []
  }
}

/** Makes UnoCSS generate its style sheets, which have the same tokens, together instead of one by one. */
export function generateOnce({ uno, tokens }: Pick<Context, 'uno' | 'tokens'>): void {
  let last: { size: number; config: unknown; css: unknown } | undefined
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its object below
  uno.generate = new Proxy(uno.generate, {
    apply: (generate, _self, [input, options]: unknown[]): unknown => {
      if (input !== tokens || options !== undefined) {
        return Reflect.apply(generate, uno, [input, options])
      }
      if (last?.size !== tokens.size || last.config !== uno.config) {
        const css: unknown = Reflect.apply(generate, uno, [tokens])
        last = { size: tokens.size, config: uno.config, css }
      }
      return last.css
    },
  })
}

function writeTokens({ tokens, onInvalidate }: Context, path: string): void {
  let timer: NodeJS.Timeout | undefined
  onInvalidate(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      writeFileAtomically(path, JSON.stringify([...tokens]))
    }, WRITE_AFTER_MS).unref()
  })
}

function isUnocss(api: unknown): api is UnocssVitePluginAPI {
  return typeof api === 'object' && api !== null && 'getContext' in api
}
