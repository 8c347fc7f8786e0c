import type { DeckModel } from '../../deck/read-deck.ts'
import type { CapturedSlide } from '../../page/prerender/capture-slide.ts'
import type { SlidePage } from './page-html.ts'

/** Longest description of a slide, in characters; link previews show about as much. */
const DESCRIPTION_LENGTH = 200

/**
 * What is said of a slide in its page.
 *
 * @param site - The page of the application without a slide, and where the site is published, if that is known.
 */
export function describeSlide(
  { slides, headmatter }: DeckModel,
  { slide, text }: CapturedSlide,
  site: { shell: string; url?: string },
): Pick<SlidePage, 'slide' | 'total' | 'names' | 'title' | 'description' | 'url'> {
  const { title = '', alias = [] } = slides[slide - 1] ?? {}
  const { shell, url } = site
  return {
    slide,
    total: slides.length,
    names: [String(slide)].concat(alias),
    title: toTitle(title, headmatter['title'], slide),
    description: slide === 1 && hasDescription(shell) ? undefined : shorten(text),
    url: url === undefined ? undefined : `${url}${slide === 1 ? '' : slide}`,
  }
}

function toTitle(title: string, deckTitle: unknown, slide: number): string {
  const named = typeof deckTitle === 'string' ? deckTitle : ''
  const parts = [title || `Slide ${slide}`, named].filter(Boolean)
  return [...new Set(parts)].join(' · ')
}

/** Whether the deck describes itself; its first page is the deck's. */
function hasDescription(shell: string): boolean {
  return shell.includes('<meta name="description"')
}

function shorten(text: string): string {
  return text.length <= DESCRIPTION_LENGTH
    ? text
    : `${text.slice(0, DESCRIPTION_LENGTH).replace(/\s+\S*$/, '')} …`
}
