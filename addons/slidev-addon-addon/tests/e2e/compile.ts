import { createServer, resolveOptions } from '@slidev/cli'

/** Vite marks the files of one server with a hash of their own. */
const HASH_RE = /\?v=[\da-f]+/g

/** A compiled slide. */
export interface CompiledSlide {
  /** Path of the file it stands in. */
  file: string
  content: string
  /** Code for the browser; begins with `Error` where the slide does not compile. */
  code: string
}

/**
 * Compiles a deck as Slidev's development server does. Nothing is bundled: with Monaco and Mermaid that
 * takes minutes. All decks of a process must lie in one folder, because Slidev looks for it only once.
 *
 * @param entry - Path of the deck.
 * @returns Its slides in order.
 * @throws {Error} where the server does not start.
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
