import { create, createScroller } from './copying.ts'
import type { Copying } from './copying.ts'
import { HEADINGS } from './flatten-heading.ts'

/** Share of the slide's width up to which an image may be part of a line of text. */
const INLINE_SHARE = 0.4

/** Greatest height of an image in a line of text, as a multiple of the text's size. */
const INLINE_HEIGHT = 2.5

/** The same with text beside it, and in a heading, where it is made that small. */
const SENTENCE_HEIGHT = 6

/**
 * Puts a picture in its line if it is as high as the text or in a heading, otherwise into a figure, with its
 * description.
 */
export function placePicture(
  original: Element,
  twin: Element,
  description: string,
  { box: { width } }: Copying,
): Element {
  const box = original.getBoundingClientRect()
  const fontSize = Number.parseFloat(getComputedStyle(original).fontSize)
  const isInHeading = original.closest(HEADINGS) !== null
  const greatestHeight = fontSize * (isInSentence(original) ? SENTENCE_HEIGHT : INLINE_HEIGHT)
  if (isInHeading || (box.height <= greatestHeight && box.width < width * INLINE_SHARE)) {
    const height = Math.min(box.height / fontSize, SENTENCE_HEIGHT)
    twin.classList.add('lectern-inline')
    twin.setAttribute('style', `height:${height.toFixed(2)}em`)
    return twin
  }
  const isSilent = twin.matches('img[alt=""], [aria-hidden=true]')
  const figure = create(
    'figure',
    { style: styleOfPicture(original, twin, box), role: isSilent ? 'presentation' : undefined },
    createScroller('Picture', twin),
  )
  if (description !== '') {
    figure.append(
      create(
        'details',
        { class: 'lectern-description' },
        create('summary', { lang: 'en' }, 'Description'),
        create('p', {}, description),
      ),
    )
  }
  return figure
}

/** Returns the size of a picture for `pictures.css`: its width on the slide, and how wide it is for its height. */
export function styleOf({ width, height }: Readonly<Record<'width' | 'height', number>>): string {
  const ratio = width > 0 && height > 0 ? `;--ratio:${(width / height).toFixed(3)}` : ''
  return `--width:${Math.round(width)}px${ratio}`
}

function styleOfPicture(original: Element, twin: Element, box: DOMRect): string {
  const ratio = Number(twin.getAttribute('width')) / Number(twin.getAttribute('height'))
  if (!(ratio > 0 && Number.isFinite(ratio))) {
    return styleOf(box)
  }
  // A picture that is fitted into a box has room beside it.
  const isFitted = /^(?:contain|scale-down)$/.test(getComputedStyle(original).objectFit)
  const width = isFitted ? Math.min(box.width, box.height * ratio) : box.width
  return styleOf({ width, height: width / ratio })
}

/** Whether there is text in the same line. */
function isInSentence({ parentElement }: Element): boolean {
  return [...(parentElement?.childNodes ?? [])].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  )
}
