import { withoutGaps } from './editable-texts.ts'

/** Shape or picture of a slide, as PptxGenJS writes it: none is within another one. */
export interface Shape {
  kind: 'sp' | 'pic'
  xml: string
  /** Left, top, width and height, in CSS px of the slide. */
  box: readonly [left: number, top: number, width: number, height: number]
  /** Text of a text box; empty where there is none. */
  text: string
  /** Slidev's reason to take an image of something that is none. */
  reason?: string
}

/** Size of a slide in CSS px. */
export interface SlideSize {
  width: number
  height: number
}

/** Units of a PPTX in a CSS px. */
const UNITS_PER_PX = 9525

const SHAPE_RE = /<p:(sp|pic)>[\s\S]*?<\/p:\1>/g
const BOX_RE = /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/
const TEXT_RE = /<a:t>([\s\S]*?)<\/a:t>/g
const REASON_RE = /descr="Rendered as an image because of CSS ([\w-]+)"/

/** Lists the shapes of a slide, from the back to the front. */
export function readShapes(slide: string): Shape[] {
  return [...slide.matchAll(SHAPE_RE)].map(([xml, kind]) => {
    const [left = 0, top = 0, width = 0, height = 0] = (BOX_RE.exec(xml) ?? [])
      .slice(1)
      .map((value) => Number(value) / UNITS_PER_PX)
    return {
      kind: kind === 'pic' ? 'pic' : 'sp',
      xml,
      box: [left, top, width, height],
      text: withoutGaps(
        [...xml.matchAll(TEXT_RE)].map(([, text = '']) => unescapeXml(text)).join(''),
      ),
      reason: REASON_RE.exec(xml)?.[1],
    }
  })
}

/** Returns the names of the fonts that slides ask for. */
export function listFonts(slides: readonly string[]): string[] {
  const names = slides.flatMap((slide) =>
    Array.from(slide.matchAll(/<a:latin typeface="([^"+]+)"/g), ([, name = '']) =>
      unescapeXml(name),
    ),
  )
  return [...new Set(names)].toSorted()
}

/** Replaces the shapes of a slide. */
export function writeShapes(slide: string, shapes: readonly string[]): string {
  const bare = slide.replace(SHAPE_RE, '')
  return bare.replace('</p:spTree>', () => `${shapes.join('')}</p:spTree>`)
}

/** Matches the name of a shape, with its description and extensions. */
const NAME_RE = /<p:cNvPr id="(\d+)" name="([^"]*)"[^>]*?(?:\/>|>[\s\S]*?<\/p:cNvPr>)/

/** Matches the link of a picture, which stands within its name. */
const LINK_RE = /<a:hlinkClick[\s\S]*?(?:<\/a:hlinkClick>|\/>)/

/** Tells PowerPoint and screen readers that a shape is decoration. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>' +
  '</a:ext></a:extLst>'

/** Gives a shape an alternative text, or marks it as decoration where that is empty. */
export function describeShape(xml: string, alternative: string): string {
  return xml.replace(NAME_RE, (whole, id: string, name: string) => {
    const link = LINK_RE.exec(whole)?.[0] ?? ''
    const start = `<p:cNvPr id="${id}" name="${name}"`
    return alternative === ''
      ? `${start} descr="">${link}${DECORATIVE}</p:cNvPr>`
      : `${start} descr="${escapeXml(alternative)}">${link}</p:cNvPr>`
  })
}

/** Makes a text box the slide's title, which keeps its place and look. */
export function makeTitle({ xml, box }: Shape, size: SlideSize): string {
  return widenLine(xml, box, size)
    .replace(NAME_RE, '<p:cNvPr id="$1" name="Title"/>')
    .replace(/<p:cNvSpPr\b[^>]*?\/>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>')
    .replace(/<p:nvPr>\s*<\/p:nvPr>|<p:nvPr\/>/, '<p:nvPr><p:ph type="title"/></p:nvPr>')
}

/** Gives a text of one line all the room beside it: programs break the line of a title even where it says not to. */
function widenLine(xml: string, [left, top, width, height]: Shape['box'], size: SlideSize): string {
  if (!xml.includes('wrap="none"')) {
    return xml
  }
  const right = size.width - left - width
  const side = Math.max(0, Math.min(left, right))
  const wide: Readonly<Record<string, Shape['box']>> = {
    l: [left, top, size.width - left, height],
    ctr: [left - side, top, width + 2 * side, height],
    r: [0, top, left + width, height],
  }
  const box = wide[/\balgn="(\w+)"/.exec(xml)?.[1] ?? '']
  return box ? xml.replace(BOX_RE, placeBox(box)) : xml
}

/** Returns a title above the slide, where PowerPoint puts titles that are not shown. */
export function createHiddenTitle(title: string, { width }: SlideSize): string {
  const height = 48
  return (
    // The highest number there is, because shapes are numbered from 1.
    '<p:sp><p:nvSpPr><p:cNvPr id="2147483647" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
    '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr>${placeAt([0, -height, width, height])}</p:spPr>` +
    `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="2000"/><a:t>${escapeXml(title)}</a:t></a:r></a:p>` +
    '</p:txBody></p:sp>'
  )
}

/** Returns a picture that fills the slide. */
export function createFullPicture(
  relation: string,
  alternative: string,
  { width, height }: SlideSize,
): string {
  const xml =
    '<p:pic><p:nvPicPr><p:cNvPr id="2147483646" name="Slide"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>' +
    `<p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${placeAt([0, 0, width, height])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  return describeShape(xml, alternative)
}

/** Returns a placeholder for titles of a master or layout. */
export function createTitlePlaceholder({ width }: SlideSize): string {
  return createHiddenTitle('Title', { width, height: 0 }).replace(/y="-\d+"/, 'y="0"')
}

function placeAt(box: Shape['box']): string {
  return `<a:xfrm>${placeBox(box)}</a:xfrm>`
}

function placeBox(box: Shape['box']): string {
  const [x, y, cx, cy] = box.map((value) => Math.round(value * UNITS_PER_PX))
  return `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>`
}

/** Writes a text for XML, without the control characters that XML does not have. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what is removed
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
