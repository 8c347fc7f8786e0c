import type { Server } from 'node:net'

/**
 * Port that a server listens on.
 *
 * @throws {Error} when it does not listen, or on a socket that has no port.
 */
export function readPort(server: Pick<Server, 'address'>): number {
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('The server listens on no port. Call this once it listens on one.')
  }
  return address.port
}
