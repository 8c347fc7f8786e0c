import { createServer } from 'node:net'

import { readPort } from './listening-port.ts'

/** A port nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, 'localhost', resolve)
  })
  const port = readPort(server)
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
