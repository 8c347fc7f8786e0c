import { SINGLE_FILE_BASE } from '../../deck/build-variables.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { escapePattern } from '../../deck/escape-pattern.ts'

/** Begins the names of attributes with addresses of files that a browser must not ask for. */
const PARKED = 'data-file-'

/** Matches the address of a file in a longer value, such as that of `style`. */
const ADDRESS_RE = new RegExp(
  String.raw`${escapePattern(SINGLE_FILE_BASE)}[^\s"'()]*[^\s"'(),]`,
  'g',
)

/**
 * Renames the attributes below an element that name files of the talk, or lead to its slides: without scripts, none of
 * them is there. Leads to the section of a slide instead.
 */
export function parkAddresses(root: Element): void {
  for (const link of root.querySelectorAll('a[data-to-slide]')) {
    link.setAttribute(`${PARKED}href`, link.getAttribute('href') ?? '')
    link.setAttribute('href', `#slide-${link.getAttribute('data-to-slide')}`)
  }
  for (const element of root.querySelectorAll('*')) {
    const naming = Array.from(element.attributes).filter(({ value }) =>
      value.includes(SINGLE_FILE_BASE),
    )
    for (const { name, value } of naming) {
      element.removeAttribute(name)
      element.setAttribute(
        PARKED + name,
        value.replaceAll(location.origin + SINGLE_FILE_BASE, SINGLE_FILE_BASE),
      )
    }
  }
}

/** Gives these attributes their names again, and the contents of the files in place of their addresses. */
export function restoreAddresses(root: Element, files: Readonly<Record<string, string>>): void {
  const find = (address: string): string => {
    const [path = ''] = address.slice(SINGLE_FILE_BASE.length).split(/[?#]/, 1)
    const content = files[decodePath(path)]
    return content === undefined ? address : content + (/#.*$/.exec(address)?.[0] ?? '')
  }
  for (const element of root.querySelectorAll('*')) {
    const parked = Array.from(element.attributes).filter(({ name }) => name.startsWith(PARKED))
    for (const { name, value } of parked) {
      const isWhole = value.startsWith(SINGLE_FILE_BASE) && !/\s/.test(value)
      element.removeAttribute(name)
      element.setAttribute(
        // SVG needs no namespace for it, which the copy of a name has lost.
        name.slice(PARKED.length).replace('xlink:', ''),
        isWhole ? find(value) : value.replaceAll(ADDRESS_RE, find),
      )
    }
  }
}
