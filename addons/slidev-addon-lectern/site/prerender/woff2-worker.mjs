/*
 * The thread in which `woff2.ts` has typefaces compressed. In JavaScript: what reads TypeScript for the
 * commands does so in their own thread alone.
 */
import { parentPort } from 'node:worker_threads'

import { convert } from 'fontverter'

parentPort?.on('message', async (font) => {
  parentPort?.postMessage(await convert(Buffer.from(font), 'woff2'), [])
})
