import { createContent, createElement, hasRole, isElement, listPieces } from '../tag-tree.ts'
import type { TagChild, TagElement } from '../tag-tree.ts'
import { arrangeFigure } from './figures.ts'
import { arrangeList } from './lists.ts'
import { arrangeTable } from './tables.ts'

/** Elements that the browser writes for boxes without a meaning. */
const BOXES: ReadonlySet<string> = new Set(['Div', 'NonStruct', 'Part'])

/** Parts of a line. */
const PHRASES: ReadonlySet<string> = new Set(['Code', 'Form', 'Formula', 'Link', 'Span'])

/** Elements that hold paragraphs and the like. */
const SECTIONS: ReadonlySet<string> = new Set(['Art', 'BlockQuote', 'Note', 'Sect'])

/** Elements that hold lines. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])

/**
 * Arranges parts that stand one below the other: boxes without a meaning give way to what they hold, lines become
 * paragraphs, and what paints no text is left out.
 */
export function arrangeBlocks(children: readonly TagChild[]): TagChild[] {
  const blocks: TagChild[] = []
  let line: TagChild[] = []
  const endLine = (): void => {
    blocks.push(...toParagraph(line))
    line = []
  }
  for (const child of children) {
    if (isBlockBox(child)) {
      endLine()
      blocks.push(...setLanguage(arrangeBlocks(child.children), child.language))
      continue
    }
    for (const part of arrangePart(child)) {
      if (isInline(part)) {
        line.push(part)
      } else {
        endLine()
        blocks.push(part)
      }
    }
  }
  endLine()
  return blocks.filter(isFilled)
}

/** Arranges parts of a line. */
export function arrangeLine(children: readonly TagChild[]): TagChild[] {
  return children.flatMap((child) =>
    isBox(child) ? arrangeLine(child.children) : arrangePart(child),
  )
}

/** Arranges what may be one line, which then is no paragraph of its own, or several paragraphs. */
export function arrangeBody(children: readonly TagChild[]): readonly TagChild[] {
  const blocks = arrangeBlocks(children)
  const [only] = blocks
  return blocks.length === 1 && only && isElement(only) && isPlainParagraph(only)
    ? only.children
    : blocks
}

function isPlainParagraph({ role, language }: TagElement): boolean {
  return role === 'P' && language === undefined
}

/** Tells whether a part is an element that says nothing but what it holds. */
function isBox(child: TagChild): child is TagElement {
  return isElement(child) && BOXES.has(child.role) && child.language === undefined
}

/** Tells whether a part is a box of blocks: no text, and no phrase in another language. */
function isBlockBox(child: TagChild): child is TagElement {
  const isBlock = isBox(child) || hasRole(child, 'Div', 'Part')
  return isElement(child) && isBlock && !isTextNode(child)
}

/** Gives blocks the language of the element that gives way to them. */
function setLanguage(blocks: TagChild[], language: string | undefined): TagChild[] {
  return language === undefined
    ? blocks
    : blocks.map((block) =>
        isElement(block) ? { ...block, language: block.language ?? language } : block,
      )
}

/** The browser's element of a text, or of a phrase of one. */
function isTextNode({ children }: TagElement): boolean {
  return children.every((child) => child.kind === 'content' || hasRole(child, 'Span'))
}

function arrangePart(child: TagChild): TagChild[] {
  if (child.kind === 'content') {
    // A piece without text is a background or a border.
    return child.pieces.some(({ hasText }) => hasText) ? [child] : []
  }
  if (child.kind === 'reference') {
    return [child]
  }
  const { role, children, language } = child
  if (PARAGRAPHS.has(role)) {
    return [{ ...child, children: arrangeLine(children) }]
  }
  if (SECTIONS.has(role)) {
    return [{ ...child, children: arrangeBlocks(children) }]
  }
  switch (role) {
    case 'Figure': {
      return setLanguage(arrangeFigure(child), language)
    }
    case 'Form': {
      return [{ ...child, children: [createContent(listPieces(child))] }]
    }
    case 'Formula': {
      return [child]
    }
    case 'L': {
      return setLanguage(arrangeList(child), language)
    }
    case 'Table': {
      return setLanguage(arrangeTable(child), language)
    }
    case 'Caption': {
      // Of something that is no table.
      return setLanguage(arrangeBlocks(children), language)
    }
    default: {
      return arrangePhrase(child)
    }
  }
}

function arrangePhrase(child: TagElement): TagChild[] {
  const { role, children, language, alt } = child
  const references = children.filter((each) => each.kind === 'reference')
  if (role === 'Link' && references.length > 0) {
    const words = arrangeBody(children.filter((each) => each.kind !== 'reference'))
    return [{ ...child, children: [...words, ...references] }]
  }
  const parts = arrangeLine(children)
  if (parts.length === 0) {
    return []
  }
  if (role === 'Code') {
    return [{ ...child, children: parts }]
  }
  return language === undefined && alt === undefined
    ? [...parts]
    : [createElement('Span', parts, { language, alt })]
}

function isInline(part: TagChild): boolean {
  return !isElement(part) || PHRASES.has(part.role) || part.role === 'Figure'
}

/** Tells whether there is anything to read or to see in a part. */
function isFilled(part: TagChild): boolean {
  if (!isElement(part)) {
    return part.kind === 'reference' || part.pieces.some(({ isBlank }) => !isBlank)
  }
  return hasRole(part, 'Figure', 'Form', 'Formula', 'Table')
    ? listPieces(part).length > 0
    : part.children.some(isFilled)
}

/** Returns a line as a paragraph; pictures that stand alone, without one. */
function toParagraph(line: readonly TagChild[]): readonly TagChild[] {
  const isPictures = line.every((part) => hasRole(part, 'Figure', 'Formula'))
  return isPictures ? line : [createElement('P', line)]
}
