/*
 * The thread in which `woff2.ts` has typefaces compressed. In JavaScript: what reads TypeScript for the
 * commands does so in their own thread alone.
 */
import { parentPort } from 'node:worker_threads'

import { convert } from 'fontverter'

let done = Promise.resolve()

parentPort?.on('message', (request) => {
  // One by one: the compressor gives away its own memory, and writes the next typeface over it.
  done = done.then(async () => answer(request))
})

async function answer({ id, font }) {
  try {
    const woff2 = await convert(Buffer.from(font), 'woff2')
    parentPort?.postMessage({ id, woff2 }, [])
  } catch (error) {
    parentPort?.postMessage({ id, error }, [])
  }
}
