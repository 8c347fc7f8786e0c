import { deckSlides } from '../deck-slides.ts'
import { composeSection } from './article/compose-section.ts'
import type { DrawnSlide } from './article/compose-section.ts'
import { create } from './article/copying.ts'
import { reserveRoom } from './article/reserve-room.ts'
import { drawSlides } from './draw-slides.ts'
import { findLayouts } from './find-layouts.ts'
import { findLinkedSlide, hrefOfSlide } from './slide-links.ts'

/** Composes the talk as an article: a section for each slide, with all that its steps show. */
export async function composeArticle(): Promise<Element> {
  const { find, remove } = await drawSlides()
  try {
    const article = copySlides(find)
    await reserveRoom(article)
    return article
  } finally {
    remove()
  }
}

function copySlides(find: (slide: number) => HTMLElement | undefined): Element {
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
    const section = composeOrLink({
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
  return article
}

/** Composes the section of a slide; one that cannot be copied has only its title and a link to the slide. */
function composeOrLink(slide: DrawnSlide): HTMLElement {
  try {
    return composeSection(slide)
  } catch (error) {
    console.error(`[slidev-addon-lectern] Slide ${slide.number} is no text in the article.`, error)
    const section = composeSection({ ...slide, elements: [] })
    section.setAttribute('data-lost', String(error))
    const link = { href: slide.href, 'data-to-slide': String(slide.number) }
    section.append(create('p', {}, create('a', link, 'See the slide')))
    return section
  }
}
