import { readFileSync } from 'node:fs'

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Facts of a PDF that tests compare. */
export interface PdfFacts {
  /** Text of each page, words separated by single spaces. */
  pages: string[]
  /** Width and height of each page in points. */
  sizes: [width: number, height: number][]
  /** Number of images drawn on each page. */
  images: number[]
  /** Titles of the outline, all levels, in order. */
  outline: string[]
  /** Outline in the form of {@link listOutline}. */
  tree: string[]
  /** Links in the form of {@link listLinks}. */
  links: string[]
  /** Tags of each page: the number of elements of each role. */
  tags: Record<string, number>[]
  /** Alternative texts of each page's figures. */
  alts: string[][]
  /** Whether a PDF reader shows the title in place of the file's name. */
  showsTitle: boolean
  /** Title, author and other metadata. */
  info: Record<string, unknown>
  /** Families of the fonts in use, sorted: `Inter` for each of its weights. */
  fonts: string[]
  /** Fonts that are not embedded. */
  missingFonts: string[]
  /** Fonts of Type 3, which viewers cannot name or smooth. */
  type3Fonts: string[]
}

/** Matches the font families that the project bundles, as a PDF names them. */
export const BUNDLED_RE = /^(?:Inter|JetBrainsMono|NotoSansTC|KaTeX_\w+)$/

/** Page, named by its object in the file; a position on it follows. */
type Destination = { num: number; gen: number }[]

interface OutlineItem {
  title: string
  dest: Destination | string | null
  items: OutlineItem[]
}

interface TagNode {
  role?: string
  alt?: string
  children?: object[]
}

/** Reads a PDF from a file. */
export async function readPdf(path: string): Promise<PdfFacts> {
  return withDocument(readFileSync(path), async (document) => {
    const pages = await listPages(document)
    const tree = await drawOutline(document, (await document.getOutline()) ?? [])
    const trees = await Promise.all(
      pages.map(async (page): Promise<TagNode> => (await page.getStructTree()) ?? {}),
    )
    const drawings = await Promise.all(pages.map(async (page) => page.getOperatorList()))
    const preferences = new Map(Object.entries((await document.getViewerPreferences()) ?? {}))
    const { info }: { info: object } = await document.getMetadata()
    return {
      pages: await Promise.all(pages.map(readText)),
      sizes: pages.map(({ view: [left = 0, bottom = 0, right = 0, top = 0] }) => [
        right - left,
        top - bottom,
      ]),
      images: drawings.map(
        ({ fnArray }) => fnArray.filter((name) => name === OPS.paintImageXObject).length,
      ),
      outline: tree.map((line) => line.trim().replace(/ → \d+$/, '')),
      tree,
      links: await readLinks(document),
      tags: trees.map(countRoles),
      alts: trees.map((root) => listNodes(root).flatMap(({ alt }) => (alt ? [alt] : []))),
      showsTitle: preferences.get('DisplayDocTitle') === true,
      info: Object.fromEntries(Object.entries(info)),
      ...readFonts(pages),
    }
  })
}

/** Returns the outline of a PDF as lines of `title → page number`, indented by level. */
export async function listOutline(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, async (document) =>
    drawOutline(document, (await document.getOutline()) ?? []),
  )
}

/** Returns the links of a PDF as `1: https://…` or `1: page 7`, where 1 is the number of their page. */
export async function listLinks(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, readLinks)
}

async function withDocument<Result>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function listPages(document: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => document.getPage(index + 1)),
  )
}

async function readText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const words = items.map((item) => ('str' in item ? item.str : ''))
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

async function drawOutline(
  document: PDFDocumentProxy,
  items: readonly OutlineItem[],
  indent = '',
): Promise<string[]> {
  const lines: string[] = []
  for (const { title, dest, items: children } of items) {
    lines.push(`${indent}${title} → ${await findPage(document, dest)}`)
    lines.push(...(await drawOutline(document, children, `${indent}  `)))
  }
  return lines
}

async function findPage(
  document: PDFDocumentProxy,
  dest: Destination | string | null,
): Promise<number> {
  const place: Destination | null =
    typeof dest === 'string' ? await document.getDestination(dest) : dest
  const page = place?.[0]
  return page ? (await document.getPageIndex(page)) + 1 : 0
}

async function readLinks(document: PDFDocumentProxy): Promise<string[]> {
  const links: string[] = []
  for (const [index, page] of (await listPages(document)).entries()) {
    const annotations: { subtype: string; url?: string; dest?: Destination }[] =
      await page.getAnnotations()
    for (const { url, dest } of annotations.filter(({ subtype }) => subtype === 'Link')) {
      const target = dest ? `page ${await findPage(document, dest)}` : (url ?? 'nowhere')
      links.push(`${index + 1}: ${target}`)
    }
  }
  return links
}

function listNodes(node: TagNode): TagNode[] {
  return [node, ...(node.children ?? []).flatMap((child) => listNodes(child))]
}

function countRoles(tree: TagNode): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { role } of listNodes(tree)) {
    if (role !== undefined) {
      counts[role] = (counts[role] ?? 0) + 1
    }
  }
  return counts
}

/** Returns the fonts of pages whose operators have been read. */
function readFonts(
  pages: readonly PDFPageProxy[],
): Pick<PdfFacts, 'fonts' | 'missingFonts' | 'type3Fonts'> {
  const families = new Set<string>()
  const missing = new Set<string>()
  const type3 = new Set<string>()
  for (const { commonObjs } of pages) {
    const objects: Iterable<
      ({ name?: string; missingFile?: boolean; isType3Font?: boolean } | null)[]
    > = commonObjs
    for (const [, font] of objects) {
      if (font?.name !== undefined) {
        families.add(toFamily(font.name))
      }
      if (font?.isType3Font) {
        type3.add(font.name ?? 'without a name')
      }
      if (font?.missingFile) {
        missing.add(font.name ?? 'without a name')
      }
    }
  }
  return {
    fonts: [...families].toSorted(),
    missingFonts: [...missing],
    type3Fonts: [...type3],
  }
}

/** Returns `Inter` for `AAAAAA+Inter-Regular`, where the letters in front name a subset of the font. */
function toFamily(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '').replace(/-\w+$/, '')
}
