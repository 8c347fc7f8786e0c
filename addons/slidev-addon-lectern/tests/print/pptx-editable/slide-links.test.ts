import { expect, it } from 'vitest'

import { resolveLinks } from '../../../print/pptx-editable/slide-links.ts'

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

function relate(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="${HYPERLINK}" Target="${target}" TargetMode="External"/>`
}

it.each<[what: string, target: string, slide: string, relation: string]>([
  [
    'jumps to a slide that is in the file',
    'http://slide.invalid/4',
    '<a:hlinkClick r:id="rId2" action="ppaction://hlinksldjump"/>',
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slide2.xml"/>',
  ],
  ['is text where the slide is not', 'http://slide.invalid/9', '', ''],
  [
    'leads to a page as before',
    'https://example.com/',
    '<a:hlinkClick r:id="rId2"/>',
    relate('rId2', 'https://example.com/'),
  ],
])('a link %s', (_what, target, slide, relation) => {
  const links = { slide: '<a:hlinkClick r:id="rId2"/>', relations: relate('rId2', target) }
  expect(resolveLinks(links, new Map([[4, 2]]))).toEqual({ slide, relations: relation })
})
