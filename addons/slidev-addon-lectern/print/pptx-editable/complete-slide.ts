import type { SlideFacts } from '../../page/print/editable-slides.ts'
import {
  createFullPicture,
  createHiddenTitle,
  describeShape,
  makeTitle,
  readShapes,
  writeShapes,
} from './slide-xml.ts'
import type { Shape, SlideSize } from './slide-xml.ts'

/** Facts and size that a slide is completed with. */
export interface Completion {
  facts: SlideFacts
  /** Title of the slide, for one whose heading is no text box. */
  title: string
  size: SlideSize
}

/** Matches properties of a paragraph that PptxGenJS repeats before each of its texts, where they are not allowed. */
const REPEATED_RE = /(?<=<\/a:r>|<a:br\/>)<a:pPr\b[^>]*?(?:\/>|>[\s\S]*?<\/a:pPr>)/g

/** Matches the image of a slide that is nothing else, which PowerPoint would keep from screen readers. */
const BACKGROUND_RE = /<p:bg>(?:(?!<\/p:bg>)[\s\S])*?r:embed="(\w+)"[\s\S]*?<\/p:bg>/

/**
 * Completes a slide as Slidev exports it: with a title, with alternative texts for its pictures, and with backgrounds
 * behind everything else. Corrects what PowerPoint would call a damaged file.
 */
export function completeSlide(slide: string, { facts, title, size }: Completion): string {
  const shapes = readShapes(slide.replaceAll(REPEATED_RE, ''))
  const heading = shapes.find(({ text }) => text !== '' && isSame(text, facts.heading))
  let picture = 0
  const described = shapes.map((shape) => {
    if (shape === heading) {
      return { shape, xml: makeTitle(shape, size) }
    }
    if (shape.kind === 'pic') {
      const alternative = facts.alternatives[picture] ?? ''
      picture += 1
      return { shape, xml: describeShape(shape.xml, alternative) }
    }
    return { shape, xml: shape.text.trim() === '' ? describeShape(shape.xml, '') : shape.xml }
  })
  const isBehind = ({ shape }: { shape: Shape }): boolean => isBackground(shape, size)
  const image = BACKGROUND_RE.exec(slide)
  return writeShapes(slide.replace(BACKGROUND_RE, ''), [
    ...(heading ? [] : [createHiddenTitle(title, size)]),
    ...(image?.[1] === undefined ? [] : [createFullPicture(image[1], facts.text || title, size)]),
    ...described.filter(isBehind).map(({ xml }) => xml),
    ...described.filter((each) => !isBehind(each)).map(({ xml }) => xml),
  ])
}

/** Tells whether two texts are the same, whatever their spaces and their case. */
function isSame(a: string, b: string): boolean {
  return toLetters(a) === toLetters(b)
}

/** Returns a text without spaces and in lower case, as texts are compared. */
export function toLetters(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}

/**
 * Tells whether a shape covers the whole slide and lets nothing through, so that it is a background: Slidev may put it in
 * front of a foot line that the browser shows.
 */
function isBackground({ kind, box, text, xml, reason }: Shape, size: SlideSize): boolean {
  const [left, top, width, height] = box
  const isWhole =
    left <= 1 && top <= 1 && left + width >= size.width - 1 && top + height >= size.height - 1
  const isOpaque = kind === 'sp' && text === '' && !xml.includes('<a:alpha')
  return isWhole && (isOpaque || reason === 'background-image')
}
