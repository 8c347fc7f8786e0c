import { createServer, resolveOptions } from '@slidev/cli'

/** Hash that each server of Vite adds to the paths of its files. */
const HASH_RE = /\?v=[\da-f]+/g

/** A compiled slide. */
export interface CompiledSlide {
  /** Path of its file. */
  file: string
  content: string
  /** Code for the browser; begins with `Error` if the slide does not compile. */
  code: string
}

/**
 * Compiles a deck as Slidev's development server does. It bundles nothing, because that takes minutes
 * with Monaco and Mermaid. All decks of a process must share one folder, which Slidev looks up only once.
 *
 * @param entry - Path of the deck.
 * @returns Its slides in order.
 * @throws {Error} if the server does not start.
 */
export async function compileDeck(entry: string): Promise<CompiledSlide[]> {
  const options = await resolveOptions({ entry }, 'dev')
  const server = await createServer(options, {
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, ws: false, watch: null },
  })
  const slides = await Promise.all(
    options.data.slides.map(async ({ source, content }, index) => {
      const code = await server
        .transformRequest(`${source.filepath}__slidev_${index + 1}.md`)
        .then((result) => (result?.code ?? '').replaceAll(HASH_RE, ''))
        .catch((error: unknown) => `Error: ${JSON.stringify(error)}${String(error)}`)
      return { file: source.filepath, content, code }
    }),
  )
  await server.close()
  return slides
}
