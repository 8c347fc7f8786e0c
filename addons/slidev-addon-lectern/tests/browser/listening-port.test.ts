import { createServer } from 'node:net'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { readPort } from '../../browser/listening-port.ts'
import { makeTemporaryFolder } from '../../output/temporary-folder.ts'

it('reads the port of a server that listens', async () => {
  const server = createServer()
  expect(() => readPort(server)).toThrow('listens on no port')
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  expect(readPort(server)).toBeGreaterThan(0)
  server.close()
})

it('says so where a server listens on a socket', async () => {
  const folder = makeTemporaryFolder()
  const server = createServer()
  await new Promise<void>((done) => {
    server.listen(join(folder.path, 'socket'), done)
  })
  expect(() => readPort(server)).toThrow('listens on no port')
  server.close()
  folder.remove()
})
