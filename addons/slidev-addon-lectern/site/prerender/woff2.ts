import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

let thread: Worker | undefined

let done: Promise<unknown> = Promise.resolve()

/**
 * Compresses a typeface in another thread, where it takes most of the time that pages take.
 *
 * @param font - Uncompressed.
 * @throws {Error} when it is no typeface.
 */
export async function toWoff2(font: Buffer): Promise<Buffer> {
  // One by one: the compressor gives away its own memory, and writes the next typeface over it.
  const woff2 = done.then(async () => ask(font))
  done = woff2.catch(() => {})
  return woff2
}

async function ask(font: Buffer): Promise<Buffer> {
  // Without what the command's own thread is started with.
  const asked = (thread ??= new Worker(join(import.meta.dirname, 'woff2-worker.mjs'), {
    execArgv: [],
  }))
  // The process waits for the thread as long as the thread has something to do.
  asked.ref()
  asked.postMessage(font, [])
  try {
    const [woff2]: Uint8Array[] = await once(asked, 'message')
    return Buffer.from(woff2 ?? [])
  } catch (error) {
    // It has ended with its error.
    thread = undefined
    throw error
  } finally {
    asked.unref()
  }
}
