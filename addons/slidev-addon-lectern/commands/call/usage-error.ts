/** A call that cannot be meant as it was typed: the command ends with exit code 2, and nothing is written. */
export class UsageError extends Error {
  override name = 'UsageError'
}
