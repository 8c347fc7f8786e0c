/**
 * Names some of the file types in one short phrase, with dots at the end when there are others.
 *
 * @param types - All endings with their dot, such as `.pdf`.
 * @param named - Types to name, in their order.
 * @throws {RangeError} when one of `named` is not among `types`.
 */
export function nameSome(types: readonly string[], named: readonly string[]): string {
  const unknown = named.filter((type) => !types.includes(type))
  if (unknown.length > 0) {
    throw new RangeError(`${unknown.join(', ')} is not among the file types of the data.`)
  }
  return [...named, ...(types.length > named.length ? ['…'] : [])].join(' ')
}
