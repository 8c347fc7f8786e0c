import { deckSlides } from '../deck-slides.ts'
import { composeSection } from './article/compose-section.ts'
import { create } from './article/copying.ts'
import { drawSlides } from './draw-slides.ts'
import { findLayouts } from './find-layouts.ts'
import { findLinkedSlide, hrefOfSlide } from './slide-links.ts'

/** Composes the talk as an article: a section for each slide, with all that its steps show. */
export async function composeArticle(): Promise<Element> {
  const { find, remove } = await drawSlides()
  const isDark = document.documentElement.classList.contains('dark')
  const article = create('main', {
    class: 'lectern-article',
    'data-drawn': isDark ? 'dark' : 'light',
  })
  const drawn = deckSlides.value.flatMap((slide) => {
    const element = find(slide.no)
    return element ? [{ slide, element }] : []
  })
  const layouts = findLayouts(drawn.map(({ element }) => element))
  for (const [index, { slide, element }] of drawn.entries()) {
    const { title = '', noteHTML, isNotePublic } = slide.meta.slide
    const section = composeSection({
      number: slide.no,
      title,
      box: element.getBoundingClientRect(),
      elements: layouts[index] ?? [],
      noteHtml: isNotePublic ? noteHTML : '',
      href: hrefOfSlide(slide.no),
      slideOf: findLinkedSlide,
    })
    if (element.lang !== '') {
      section.lang = element.lang
    }
    article.append(section)
  }
  remove()
  return article
}
