import { markWords, takeExcerpt } from './excerpt.ts'
import type { Segment } from './excerpt.ts'
import { getRecord, searchIndex } from './slide-index.ts'
import type { SlideHit, SlideIndex } from './slide-index.ts'

/** Kinds of text that an excerpt may be of; where several have as much, the first one is shown. */
const KINDS = ['text', 'alt', 'code', 'formulas'] as const

/** One of the kinds of text. */
export type FoundKind = (typeof KINDS)[number]

/** A slide that was found. */
export interface FoundSlide {
  /** 1-based number. */
  slide: number
  title: Segment[]
  /** Part of the slide's text, in which the found words are marked. */
  excerpt: Segment[]
  kind: FoundKind
  /** Terms by which it was found. */
  terms: readonly string[]
}

/** Finds slides by their words, and by their number, which comes first. */
export function findSlides(index: SlideIndex, text: string): FoundSlide[] {
  const hits = searchIndex(index, text)
  const number = /^\d+$/.test(text.trim()) ? Number(text) : undefined
  if (number !== undefined && index.has(number)) {
    const terms = hits.find(({ slide }) => slide === number)?.terms ?? []
    const others = hits.filter(({ slide }) => slide !== number)
    hits.splice(0, hits.length, { ...getRecord(index, number), terms }, ...others)
  }
  return hits.map(describeHit)
}

function describeHit(hit: SlideHit): FoundSlide {
  const terms = new Set(hit.terms)
  const excerpts = KINDS.map((kind) => ({ kind, ...takeExcerpt(hit[kind], terms) }))
  const most = Math.max(...excerpts.map(({ count }) => count))
  const { kind, segments } = excerpts.find(({ count }) => count === most) ?? {
    kind: 'text',
    segments: [],
  }
  return {
    slide: hit.slide,
    title: markWords(hit.title, terms),
    excerpt: segments,
    kind,
    terms: hit.terms,
  }
}
