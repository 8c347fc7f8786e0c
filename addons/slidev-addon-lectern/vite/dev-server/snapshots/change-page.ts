import type { ServerResponse } from 'node:http'

/** The application's page, without a slide. */
const PAGE_RE = /<div id="app"><\/div>/

/**
 * Changes the page that a response ends with, where it is the application's without a slide. Everything else
 * that `end` can be given stays as it is: another content, an encoding, a callback.
 */
export function changePage(response: ServerResponse, change: (html: string) => string): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its object below
  response.end = new Proxy(response.end, {
    apply: (end, _self, [content, ...rest]: unknown[]): unknown => {
      const html = toText(content, rest[0])
      // A head that was sent may have told the length of the page.
      if (html === undefined || response.headersSent || !PAGE_RE.test(html)) {
        return Reflect.apply(end, response, [content, ...rest])
      }
      const changed = Buffer.from(change(html))
      if (response.hasHeader('Content-Length')) {
        response.setHeader('Content-Length', changed.length)
      }
      const callbacks = rest.filter((each) => typeof each === 'function')
      return Reflect.apply(end, response, [changed, ...callbacks])
    },
  })
}

/** Text of what a response is to end with; `undefined` where there is none. */
function toText(content: unknown, encoding: unknown): string | undefined {
  if (typeof content === 'string') {
    const isEncoded = typeof encoding === 'string' && Buffer.isEncoding(encoding)
    return isEncoded ? Buffer.from(content, encoding).toString() : content
  }
  return content instanceof Uint8Array ? Buffer.from(content).toString() : undefined
}
