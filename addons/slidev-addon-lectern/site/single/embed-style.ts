import type { Root } from 'postcss'

/** Matches an address in a value, with the part of a file that it may name. */
const URL_RE = /url\(\s*(["']?)([^"')]+?)(#[^"')]*)?\1\s*\)/g

/**
 * Replaces the addresses of files in a style sheet by custom properties, so that a file which is used several times is
 * in the page once: `url(/base/sea.png)` becomes `var(--lectern-file-0)`. Fonts stay.
 *
 * @param findPath - Returns the path of a file within the site by its address; `undefined` for one of another host.
 * @param toData - Returns the content of a file as an address.
 * @returns Paths of the files, by their numbers.
 */
export function embedStyleFiles(
  style: Root,
  findPath: (address: string) => string | undefined,
  toData: (path: string) => string,
): string[] {
  const paths: string[] = []
  style.walkDecls((declaration) => {
    const { parent, value } = declaration
    if (
      !value.includes('url(') ||
      (parent?.type === 'atrule' && 'name' in parent && parent.name === 'font-face')
    ) {
      return
    }
    declaration.value = value.replace(URL_RE, (typed, _, address: string, part?: string) => {
      const path = findPath(address)
      if (path === undefined) {
        return typed
      }
      if (part !== undefined) {
        // A property cannot be a part of an address.
        return `url("${toData(path)}${part}")`
      }
      const known = paths.indexOf(path)
      return `var(--lectern-file-${known === -1 ? paths.push(path) - 1 : known})`
    })
  })
  return paths
}
