import JSZip from 'jszip'
import PptxGenJS from 'pptxgenjs'
import { expect, it } from 'vitest'

import { completeFile, openPptx, toLocale } from '../../../print/pptx-editable/complete-file.ts'

/** Returns a PPTX as Slidev's exporter writes it. */
async function writePptx(notes: readonly string[]): Promise<Uint8Array> {
  const pptx = new PptxGenJS()
  for (const note of notes) {
    const slide = pptx.addSlide()
    slide.addText('Text', { x: 0, y: 0, w: 1, h: 1, isTextBox: true })
    slide.addNotes(note)
  }
  const bytes = await pptx.write({ outputType: 'uint8array' })
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError('PptxGenJS returned no bytes.')
  }
  return bytes
}

const FACTS = { title: 'T & D', author: undefined, subject: 'S', keywords: 'a, b', language: 'de' }

it('has the facts, the language and the notes of the deck', async () => {
  const file = await openPptx(await writePptx(['One\nTwo & <three>', '']))
  const completions = [1, 2].map((slide) => ({
    facts: { slide, heading: 'Text', text: '', alternatives: [], losses: [] },
    title: 'Text',
    size: { width: 960, height: 540 },
  }))
  const zip = await JSZip.loadAsync(await completeFile(file, completions, FACTS))
  const read = async (path: string): Promise<string> =>
    (await zip.file(path)?.async('string')) ?? ''

  const core = await read('docProps/core.xml')
  expect(core).toContain('<dc:title>T &amp; D</dc:title><dc:subject>S</dc:subject>')
  expect(core).toContain('<cp:keywords>a, b</cp:keywords><dc:language>de</dc:language>')
  expect(core).not.toContain('PptxGenJS')
  expect(core).toContain('<dcterms:created')

  const slide = await read('ppt/slides/slide1.xml')
  expect(slide).toContain('lang="de-DE"')
  expect(slide).not.toContain('en-US')
  expect(slide).toContain('<p:ph type="title"/>')
  const notes = await read('ppt/notesSlides/notesSlide1.xml')
  expect(notes.match(/<a:t>[^<]*<\/a:t><\/a:r><\/a:p>/g)).toEqual([
    '<a:t>One</a:t></a:r></a:p>',
    '<a:t>Two &amp; &lt;three&gt;</a:t></a:r></a:p>',
  ])
  expect(await read('ppt/slideMasters/slideMaster1.xml')).toContain('<p:ph type="title"/>')
  expect(await read('ppt/slideLayouts/slideLayout1.xml')).toContain('<p:ph type="title"/>')
})

it.each([
  ['en', 'en-US'],
  ['en-GB', 'en-GB'],
  ['zh-Hant', 'zh-TW'],
  ['not a language', 'en-US'],
])('spells texts of %s as %s', (language, locale) => {
  expect(toLocale(language)).toBe(locale)
})
