import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseSync } from '@slidev/parser/core'

import corrections from '../../fixtures/seed/corrections.json'

export const ROOT = join(import.meta.dirname, '../../..')

/** A slide as Slidev's parser reads it. */
export type ParsedSlide = ReturnType<typeof parseSync>['slides'][number]

/** The slides of a Markdown file of the project, in order. */
export function readSlides(path: string): ParsedSlide[] {
  return parseSync(readFileSync(join(ROOT, path), 'utf8'), path).slides
}

/** One correction of the author's spelling, for every place of a slide where it is typed so. */
export interface Correction {
  /** Number of the slide, from 1. */
  slide: number
  typed: string
  corrected: string
}

/** The author's text of a slide with corrections of spelling applied wherever they fit. */
export function applyCorrections(text: string, applied: readonly Correction[]): string {
  return applied.reduce((sofar, { typed, corrected }) => sofar.replaceAll(typed, corrected), text)
}

/** All corrections of one slide, by its number from 1. */
export function correctionsOf(slide: number): Correction[] {
  return corrections.filter((correction) => correction.slide === slide)
}

const REMOTE_RE = /https:\/\/huggingface\.co\/[^)]*\/(dpo\.png)/
const MARKDOWN_ALT_RE = /!\[[^\]]*\](?=\()/g
const HTML_ALT_RE = /(?<=<img\b[^>]*) alt="[^"]*"/g

/**
 * What a slide says, without what may differ from the author's file: alt texts, the place of the one
 * remote image, white space at line ends and the number of blank lines.
 */
export function comparableText(content: string): string {
  return content
    .replace(REMOTE_RE, '/$1')
    .replace(MARKDOWN_ALT_RE, '![]')
    .replace(HTML_ALT_RE, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** An image of a slide. */
export interface SlideImage {
  /** Number of the slide, from 1. */
  slide: number
  src: string
  alt: string
}

/** Every image of a deck, in Markdown or as a tag; a missing alt text is `''`. */
export function listImages(slides: readonly ParsedSlide[]): SlideImage[] {
  return slides.flatMap(({ content }, index) =>
    Array.from(content.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)|<img\b([^>]*)>/g), (match) => {
      const [, alt = '', src = '', attributes = ''] = match
      return {
        slide: index + 1,
        src: src || (/ src="([^"]*)"/.exec(attributes)?.[1] ?? ''),
        alt: alt || (/ alt="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      }
    }),
  )
}

/** The name of a figure, from the address of its picture: `/llama3-size.png` is `llama3-size`. */
export function figureName(src: string): string {
  return src.replace(/^.*\//, '').replace(/\.\w+$/, '')
}
