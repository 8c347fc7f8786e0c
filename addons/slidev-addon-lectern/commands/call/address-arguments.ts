import { InvalidArgumentError } from 'commander'

import { toBase, toSiteUrl } from '../../site/base-path.ts'

/**
 * Reads the path that a site is served under.
 *
 * @throws {InvalidArgumentError} for what is no path.
 */
export function parseBase(typed: string): string {
  if (typed.includes('://')) {
    throw new InvalidArgumentError('It is an address. Give it with --url instead.')
  }
  const isPath = !/[\s?#\\"<>]|\/\//.test(typed)
  const names = typed.split('/')
  if (!isPath || names.includes('..') || names.includes('.')) {
    throw new InvalidArgumentError('Name a path such as /talks/x/, without spaces and "..".')
  }
  return toBase(typed)
}

/**
 * Reads the full address of a site.
 *
 * @throws {InvalidArgumentError} for what is no address of a folder.
 */
export function parseSiteUrl(typed: string): URL {
  const example = 'Name an address such as https://lab.example/talks/x/'
  if (!/^https?:\/\/[^\s\\]+$/i.test(typed) || !URL.canParse(typed)) {
    throw new InvalidArgumentError(`${example}.`)
  }
  const url = toSiteUrl(typed)
  if (url.search || url.hash || url.username || url.password) {
    throw new InvalidArgumentError(`${example}, without query, fragment and user name.`)
  }
  return url
}
