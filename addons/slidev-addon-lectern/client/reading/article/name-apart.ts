import { decodePath } from '../../../deck/decode-path.ts'

/** Attributes that refer to other elements by their IDs. */
const REFERENCES = ['aria-labelledby', 'aria-describedby', 'headers', 'for']

/** Makes the IDs in a section its own, because each slide may have the same ones, such as those of footnotes. */
export function nameApart(section: Element, slide: number): void {
  const isOwn = (element: Element): boolean => element.closest('svg, .katex') === null
  const named = [...section.querySelectorAll('[id]')].filter(
    (element) => isOwn(element) && !element.id.startsWith(`slide-${slide}-`),
  )
  const names = new Map(named.map(({ id }) => [id, `slide-${slide}-${id}`]))
  named.forEach((element) => {
    element.id = names.get(element.id) ?? element.id
  })
  for (const attribute of REFERENCES) {
    for (const element of section.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute) ?? ''
      element.setAttribute(
        attribute,
        value.replace(/\S+/g, (id) => names.get(id) ?? id),
      )
    }
  }
  for (const link of section.querySelectorAll('a[href^="#"]')) {
    const id = decodePath(link.getAttribute('href')?.slice(1) ?? '')
    const name = names.get(id)
    if (name !== undefined) {
      link.setAttribute('href', `#${name}`)
    }
  }
}
