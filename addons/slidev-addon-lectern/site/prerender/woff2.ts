import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { convert } from 'fontverter'

import { PACKAGE_ROOT } from '../../deck/package-root.ts'

let thread: Worker | undefined

let done: Promise<unknown> = Promise.resolve()

/**
 * Compresses a font in another thread, because compressing takes most of the time of prerendering.
 *
 * @param font - Uncompressed font.
 * @throws {Error} when the bytes are not a font.
 */
export async function toWoff2(font: Buffer): Promise<Buffer> {
  // One by one: the compressor returns its own memory, and writes the next font over it.
  const woff2 = done.then(async () => ask(font))
  done = woff2.catch(() => {})
  return woff2
}

async function ask(font: Buffer): Promise<Buffer> {
  // Without the options of the command's own thread.
  const asked = (thread ??= new Worker(join(PACKAGE_ROOT, 'site/prerender/woff2-worker.mjs'), {
    execArgv: [],
  }))
  // The process waits for the thread only while it compresses.
  asked.ref()
  asked.postMessage(font, [])
  try {
    const [woff2]: Uint8Array[] = await once(asked, 'message')
    return Buffer.from(woff2 ?? [])
  } catch (error) {
    // The thread has ended with the error.
    thread = undefined
    throw error
  } finally {
    asked.unref()
  }
}

let read: Promise<unknown> = Promise.resolve()

/**
 * Uncompresses a font.
 *
 * @param font - Font in any format.
 * @throws {Error} when the bytes are not a font.
 */
export async function toSfnt(font: Buffer): Promise<Buffer> {
  // One by one, as above.
  const sfnt = read.then(async () => convert(font, 'sfnt'))
  read = sfnt.catch(() => {})
  return sfnt
}
