import { contrastOf, readColor } from '../colors.ts'
import type { Rgb } from '../colors.ts'
import { ARTICLE } from './article-element.ts'

/** Least contrast of text by WCAG 2. */
const LEAST_CONTRAST = 4.5

/** Alpha from which on a background hides what is behind it. */
const OPAQUE = 0.5

/** Parts of the article's lines that have the look of their slide. */
const STYLED = 'section :is([class], [style])'

/** Parts whose look is the article's own, or is drawn as a whole. */
const OWN =
  '[class^=lectern-], .katex, .katex *, pre *, svg, svg *, img, figure, lectern-figure *, ul, ol, th, td'

/**
 * Marks the parts of an article that cannot be read in their colors in light or in dark mode: they have another paper
 * behind them than on their slide. In that mode, they have the colors of the text around them. The article must be in
 * the document.
 */
export function markIllegible(article: Element): void {
  const { classList } = document.documentElement
  const wasDark = classList.contains('dark')
  const styled = [...article.querySelectorAll(STYLED)].filter((part) => !part.matches(OWN))
  for (const mode of ['light', 'dark']) {
    classList.toggle('dark', mode === 'dark')
    const paper = readColor(getComputedStyle(article.parentElement ?? article).backgroundColor).rgb
    const illegible = styled.filter((part) => !isLegible(part, paper))
    // With their parts, whose colors are meant for their background.
    const plain = illegible.flatMap((part) => [
      part,
      ...styled.filter((each) => part.contains(each)),
    ])
    for (const part of new Set(plain)) {
      part.setAttribute('data-plain', `${part.getAttribute('data-plain') ?? ''} ${mode}`.trim())
    }
  }
  classList.toggle('dark', wasDark)
}

function isLegible(part: Element, paper: Rgb): boolean {
  if (part.textContent?.trim() === '') {
    return true
  }
  const color = readColor(getComputedStyle(part).color)
  return (
    color.alpha > OPAQUE && contrastOf(color.rgb, findBackground(part, paper)) >= LEAST_CONTRAST
  )
}

/** Returns the color behind an element's text, as far as it is known. */
function findBackground(part: Element | null, paper: Rgb): Rgb {
  if (!part || part.matches(ARTICLE)) {
    return paper
  }
  const own = readColor(getComputedStyle(part).backgroundColor)
  return own.alpha > OPAQUE ? own.rgb : findBackground(part.parentElement, paper)
}
