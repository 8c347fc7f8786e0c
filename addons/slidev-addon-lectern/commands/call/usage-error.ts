/** Reports a wrong call, so that the command exits with 2, prints its usage and writes nothing. */
export class UsageError extends Error {
  override name = 'UsageError'
}
