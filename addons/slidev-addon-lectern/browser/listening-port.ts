import type { Server } from 'node:net'

/**
 * Returns the port that a server listens on.
 *
 * @throws {Error} when it does not listen, or listens on a socket without a port.
 */
export function readPort(server: Pick<Server, 'address'>): number {
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('The server listens on no port. Call this once it listens on one.')
  }
  return address.port
}
