import { deckSlides } from '../deck-slides.ts'
import { composeSection } from './article/compose-section.ts'
import { create } from './article/copying.ts'
import { drawSlides } from './draw-slides.ts'
import { findLinkedSlide, hrefOfSlide } from './slide-links.ts'

/** Composes the talk as an article: a section for each slide, with all that its steps show. */
export async function composeArticle(): Promise<Element> {
  const { find, remove } = await drawSlides()
  const article = create('main', { class: 'lectern-article' })
  for (const { no, meta } of deckSlides.value) {
    const drawn = find(no)
    if (drawn) {
      const { title = '', noteHTML, isNotePublic } = meta.slide
      const section = composeSection({
        number: no,
        title,
        // Slidev's layout `none` has no class.
        element: drawn.querySelector<HTMLElement>('.slidev-layout') ?? drawn,
        noteHtml: isNotePublic ? noteHTML : '',
        href: hrefOfSlide(no),
        slideOf: findLinkedSlide,
      })
      const language = drawn.closest('[data-slidev-no]')?.getAttribute('lang')
      if (language) {
        section.lang = language
      }
      article.append(section)
    }
  }
  remove()
  return article
}
