import { describe, expect, it } from 'vitest'

import type { SlideFacts } from '../../../page/print/editable-slides.ts'
import { completeSlide } from '../../../print/pptx-editable/complete-slide.ts'
import { readShapes } from '../../../print/pptx-editable/slide-xml.ts'

const SIZE = { width: 960, height: 720 }

const FACTS: SlideFacts = { slide: 1, heading: '', text: '', alternatives: [], losses: [] }

/** Place in px: left, top, width and height. */
type Place = readonly [number, number, number, number]

function placeOf(place: Place): string {
  const [x, y, cx, cy] = place.map((value) => value * 9525)
  return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`
}

// As PptxGenJS 4.0.1 writes them.
function boxOf(text: string, place: Place = [10, 10, 100, 20], align = 'l'): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text 0"></p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr></p:nvPr></p:nvSpPr>' +
    `<p:spPr>${placeOf(place)}</p:spPr><p:txBody><a:bodyPr wrap="none"></a:bodyPr><a:p>` +
    `<a:pPr algn="${align}"><a:buNone/></a:pPr><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
  )
}

function shapeOf(place: Place, fill = '<a:srgbClr val="FFFFFF"/>'): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Shape 1"></p:cNvPr><p:cNvSpPr/><p:nvPr></p:nvPr></p:nvSpPr><p:spPr>${placeOf(place)}${fill}</p:spPr></p:sp>`
}

function pictureOf(description: string, link = ''): string {
  return `<p:pic>  <p:nvPicPr><p:cNvPr id="4" name="Image 0" descr="${description}">    ${link}</p:cNvPr></p:nvPicPr><p:spPr> ${placeOf([0, 0, 10, 10])} </p:spPr></p:pic>`
}

function complete(shapes: string, facts: Partial<SlideFacts> = {}, background = ''): string {
  return completeSlide(`<p:cSld>${background}<p:spTree><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`, {
    facts: { ...FACTS, ...facts },
    title: 'R & D',
    size: SIZE,
  })
}

describe('the title', () => {
  it('is the text box of the heading, in any case, with the room beside it', () => {
    const slide = complete(`${boxOf('Intro')}${boxOf('OUR  &amp; WORK')}`, {
      heading: 'Our & work',
    })
    expect(slide.match(/<p:ph type="title"\/>/g)).toHaveLength(1)
    const [, title] = readShapes(slide)
    expect(title?.xml).toContain('<p:cNvPr id="2" name="Title"/>')
    expect(title?.xml).not.toContain('txBox')
    expect(title?.box).toEqual([10, 10, 950, 20])
  })

  it.each([
    ['ctr', [300, 10, 100, 20], [0, 10, 700, 20]],
    ['ctr', [800, 10, 100, 20], [740, 10, 220, 20]],
    ['r', [300, 10, 100, 20], [0, 10, 400, 20]],
    ['just', [300, 10, 100, 20], [300, 10, 100, 20]],
  ] as const)('of a heading aligned by %s keeps its place', (align, place, expected) => {
    const [title] = readShapes(complete(boxOf('One', place, align), { heading: 'One' }))
    expect(title?.box).toEqual(expected)
  })

  it('is above the slide where the heading is no text box, and comes first', () => {
    const slide = complete(boxOf('Loss'), { heading: 'Loss L(x)' })
    const [title, box] = readShapes(slide)
    expect(title).toMatchObject({ text: 'R & D', box: [0, -48, 960, 48] })
    expect(title?.xml).toContain('<p:ph type="title"/>')
    expect(box?.xml).toBe(boxOf('Loss'))
  })
})

describe('alternative texts', () => {
  it('are those of the pictures, in order; what has none is decoration', () => {
    const slide = complete(`${pictureOf('')}${pictureOf('Rendered')}${shapeOf([0, 0, 5, 5])}`, {
      alternatives: ['A "b" < c', ''],
    })
    const [, first, second, shape] = readShapes(slide)
    expect(first?.xml).toContain('name="Image 0" descr="A &quot;b&quot; &lt; c">')
    expect(first?.xml).not.toContain('decorative')
    expect(second?.xml).toContain('descr=""><a:extLst>')
    expect(second?.xml).toContain('adec:decorative')
    expect(shape?.xml).toContain('adec:decorative')
  })

  it('leave a picture its link', () => {
    const link = '<a:hlinkClick r:id="rId3"/>'
    const slide = complete(pictureOf('', link), { alternatives: ['x'] })
    expect(slide).toContain(`descr="x">${link}</p:cNvPr>`)
  })

  it('of a slide that is one image are its text', () => {
    const background =
      '<p:bg><p:bgPr><a:blipFill dpi="0"><a:blip r:embed="rId7"></a:blip></a:blipFill></p:bgPr></p:bg>'
    const slide = complete('', { text: 'All of it' }, background)
    expect(slide).not.toContain('<p:bg>')
    expect(slide).toContain('descr="All of it"')
    expect(slide).toContain('<a:blip r:embed="rId7"/>')
  })
})

describe('a shape that covers the slide', () => {
  it('is behind everything else', () => {
    const slide = complete(`${boxOf('foot')}${shapeOf([0, 0, 960, 720])}${boxOf('text')}`)
    expect(readShapes(slide).map(({ text }) => text)).toEqual(['R & D', '', 'foot', 'text'])
  })

  it('stays where it is if something shows through it', () => {
    const veil = shapeOf(
      [0, 0, 960, 720],
      '<a:srgbClr val="FFFFFF"><a:alpha val="50000"/></a:srgbClr>',
    )
    const slide = complete(`${boxOf('foot')}${veil}`)
    expect(readShapes(slide).map(({ text }) => text)).toEqual(['R & D', 'foot', ''])
  })
})

it('has the properties of a paragraph once, at its start', () => {
  const repeated = boxOf('a').replace(
    '</a:r></a:p>',
    '</a:r><a:pPr algn="l"><a:buNone/></a:pPr><a:r><a:t>b</a:t></a:r><a:br/><a:pPr algn="l"/><a:r><a:t>c</a:t></a:r></a:p>',
  )
  const slide = complete(repeated)
  expect(readShapes(slide)[1]).toMatchObject({ text: 'abc' })
  expect(readShapes(slide)[1]?.xml.match(/<a:pPr/g)).toHaveLength(1)
})
