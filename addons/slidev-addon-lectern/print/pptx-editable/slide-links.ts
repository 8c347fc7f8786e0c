import { SLIDE_ADDRESS } from '../../page/print/links.ts'

/** Kind of a relation from one slide to another. */
const SLIDE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide'

const RELATION_RE = /<Relationship\b[^>]*\/>/g

/** Links of a slide, and the file of what they lead to. */
export interface SlideLinks {
  slide: string
  relations: string
}

/**
 * Makes the links of a slide to others jump there, and turns those to slides that are not in the file into plain text.
 *
 * @param places - 1-based place in the file by the number of the slide.
 */
export function resolveLinks(
  { slide, relations }: SlideLinks,
  places: ReadonlyMap<number, number>,
): SlideLinks {
  const jumps = new Set<string>()
  const lost = new Set<string>()
  const resolved = relations.replace(RELATION_RE, (relation) => {
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? ''
    const id = /\bId="([^"]*)"/.exec(relation)?.[1] ?? ''
    if (!target.startsWith(SLIDE_ADDRESS)) {
      return relation
    }
    const place = places.get(Number.parseInt(target.slice(SLIDE_ADDRESS.length), 10))
    if (place === undefined) {
      lost.add(id)
      return ''
    }
    jumps.add(id)
    return `<Relationship Id="${id}" Type="${SLIDE_RELATION}" Target="slide${place}.xml"/>`
  })
  const linked = slide.replace(
    /<a:hlinkClick\b([^>]*\br:id="([^"]*)"[^>]*?)(?:\/>|>[\s\S]*?<\/a:hlinkClick>)/g,
    (link, attributes: string, id: string) => {
      if (lost.has(id)) {
        return ''
      }
      const plain = attributes.replace(/\saction="[^"]*"/, '')
      return jumps.has(id) ? `<a:hlinkClick${plain} action="ppaction://hlinksldjump"/>` : link
    },
  )
  return { slide: linked, relations: resolved }
}
