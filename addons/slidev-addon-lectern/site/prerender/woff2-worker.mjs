/*
 * Thread in which `woff2.ts` compresses fonts. Plain JavaScript, because TypeScript is loaded only in the
 * thread of the command.
 */
import { parentPort } from 'node:worker_threads'

import { convert } from 'fontverter'

parentPort?.on('message', async (font) => {
  parentPort?.postMessage(await convert(Buffer.from(font), 'woff2'), [])
})
