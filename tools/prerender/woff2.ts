import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What `woff2-worker.mjs` says of a typeface, by the number it was given. */
type Answer = { id: number; woff2: Uint8Array } | { id: number; error: unknown }

interface Waiting {
  resolve: (woff2: Buffer) => void
  reject: (error: unknown) => void
}

const waiting = new Map<number, Waiting>()

let worker: Worker | undefined

let last = 0

/**
 * Compresses a typeface in another thread, where it takes most of the time that pages take.
 *
 * @param font - Uncompressed.
 * @throws {Error} when it is no typeface.
 */
export async function toWoff2(font: Buffer): Promise<Buffer> {
  const thread = (worker ??= startWorker())
  const id = (last += 1)
  return new Promise<Buffer>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    // The process waits for the thread as long as the thread has something to do.
    thread.ref()
    thread.postMessage({ id, font }, [])
  })
}

function startWorker(): Worker {
  const file = join(import.meta.dirname, 'woff2-worker.mjs')
  // Without what the command's own thread is started with.
  const thread = new Worker(file, { execArgv: [] })
  thread.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) {
      thread.unref()
    }
    if ('woff2' in answer) {
      asked?.resolve(Buffer.from(answer.woff2))
    } else {
      asked?.reject(answer.error)
    }
  })
  thread.on('error', (error) => {
    worker = undefined
    const asked = [...waiting.values()]
    waiting.clear()
    asked.forEach(({ reject }) => reject(error))
  })
  return thread
}
