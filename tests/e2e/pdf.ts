import { readFileSync } from 'node:fs'

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What the tests look at in a PDF. */
export interface PdfFacts {
  /** Text of each page, words separated by single spaces. */
  pages: string[]
  /** Titles of the outline, all levels, in order. */
  outline: string[]
}

interface OutlineItem {
  title: string
  items: OutlineItem[]
}

/** Reads a PDF's text and outline. */
export async function readPdf(path: string): Promise<PdfFacts> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map((item) => ('str' in item ? item.str : ''))
    pages.push(words.join(' ').replace(/\s+/g, ' ').trim())
  }
  const outline: OutlineItem[] = (await document.getOutline()) ?? []
  await task.destroy()
  return { pages, outline: flatten(outline) }
}

function flatten(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => [item.title, ...flatten(item.items)])
}
