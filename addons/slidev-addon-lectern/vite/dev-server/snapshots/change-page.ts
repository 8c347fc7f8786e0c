import type { ServerResponse } from 'node:http'

/** Matches the application's page without a slide. */
const PAGE_RE = /<div id="app"><\/div>/

/**
 * Changes the page that a response ends with, where it is the application's page without a slide. Other
 * content, encodings and callbacks given to `end` stay as they are.
 */
export function changePage(response: ServerResponse, change: (html: string) => string): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its object below
  response.end = new Proxy(response.end, {
    apply: (end, _self, [content, ...rest]: unknown[]): unknown => {
      const html = toText(content, rest[0])
      // Sent headers may contain the length of the page.
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

/** Decodes the content that a response ends with; `undefined` where it is no text. */
function toText(content: unknown, encoding: unknown): string | undefined {
  if (typeof content === 'string') {
    const isEncoded = typeof encoding === 'string' && Buffer.isEncoding(encoding)
    return isEncoded ? Buffer.from(content, encoding).toString() : content
  }
  return content instanceof Uint8Array ? Buffer.from(content).toString() : undefined
}
