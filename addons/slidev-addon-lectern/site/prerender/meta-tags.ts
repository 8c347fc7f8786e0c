import type { CapturedSlide } from '../../client/prerendered/capture-slide.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import type { SlidePage } from './page-html.ts'

/** Greatest length of a slide's description, in characters; link previews show about as much. */
const DESCRIPTION_LENGTH = 200

/** The site that a slide's page belongs to. */
interface Site {
  /** Application's page without a slide. */
  shell: string
  /** Full address it is published at, where that is known. */
  url?: string
}

/** Returns the title and the meta tags of a slide's page, and the names it is published under. */
export function describeSlide(
  deck: DeckModel,
  { slide, text }: CapturedSlide,
  { shell, url }: Site,
): Pick<SlidePage, 'slide' | 'total' | 'names' | 'title' | 'description' | 'url'> {
  const title = deck.slides[slide - 1]?.title ?? ''
  return {
    slide,
    total: deck.slides.length,
    names: listNames(deck, slide),
    title: toTitle(title, deck.headmatter['title'], slide),
    description:
      slide === 1 && hasDescription(shell) ? undefined : shorten(withoutTitle(text, title)),
    url: url === undefined ? undefined : `${url}${slide === 1 ? '' : slide}`,
  }
}

/** Lists the names that address a slide: its number, and its `routeAlias`. */
export function listNames({ slides }: DeckModel, slide: number): string[] {
  return [String(slide)].concat(slides[slide - 1]?.alias ?? [])
}

function toTitle(title: string, deckTitle: unknown, slide: number): string {
  const named = typeof deckTitle === 'string' ? deckTitle : ''
  const parts = [title || `Slide ${slide}`, named].filter(Boolean)
  return [...new Set(parts)].join(' · ')
}

/** Leaves out the title at the start of a slide's text, which stands above the description. */
function withoutTitle(text: string, title: string): string {
  const rest = text.startsWith(title) ? text.slice(title.length).trim() : text
  return rest || text
}

/** Whether the deck has a description, which its first page keeps. */
function hasDescription(shell: string): boolean {
  return shell.includes('<meta name="description"')
}

function shorten(text: string): string {
  return text.length <= DESCRIPTION_LENGTH
    ? text
    : `${text.slice(0, DESCRIPTION_LENGTH).replace(/\s+\S*$/, '')} …`
}
